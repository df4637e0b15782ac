import type { Container } from '../../evidence/kubernetes/pods.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';

/** A process that ends says why in its last lines. */
const LAST_LINES = 40;
/** Linux EROFS, as Go's os.PathError prints it: the call, the path, the reason. */
const REFUSED = /(?:^|[\s"=])[a-z]{2,20} (\/[^\s:"\\]{1,500}): read-only file system/;

/**
 * Whether a part was given a place to write that its own manifest makes read-only. A file system that the kernel made so is
 * a disk's fault, and reads the same in the log: the mount tells.
 */
export const writable: FindingRule = {
  name: 'workload/writable',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const container = context.container(component);
  if (!container) return [];
  for (const run of ['current', 'previous'] as const)
    for (const { pod, source, lines } of context.logs(component, run)) {
      const status = pod.containers.find(({ name }) => name === component.container);
      if (!status || status.ready) continue;
      const line = lines.slice(-LAST_LINES).findLast(({ message }) => REFUSED.test(message));
      const path = line && REFUSED.exec(line.message)?.[1];
      const why = path === undefined ? null : whyReadOnly(container, path);
      if (!line || why === null) continue;
      const change = templateChange(context, component);
      return [
        present('volume-unwritable', component.ref, {
          evidence: [
            quote(source, line.raw),
            quote(source, note('mounted-read-only', { pod: pod.meta.name, field: why })),
          ],
          since: line.at,
          change,
          facts: { words: tellingWords(line.message), pod: pod.meta.name },
        }),
      ];
    }
  return [];
}

/** The field of the container that makes a path read-only; `null` for none. */
function whyReadOnly(container: Container, path: string): string | null {
  const [mount] = container.mounts
    .filter((one) => path === one.path || path.startsWith(`${one.path.replace(/\/$/, '')}/`))
    .toSorted((a, b) => b.path.length - a.path.length);
  if (mount) return mount.readOnly ? `volumeMounts ${mount.volume} (${mount.path}): readOnly` : null;
  return container.hasReadOnlyRoot ? 'securityContext.readOnlyRootFilesystem' : null;
}
