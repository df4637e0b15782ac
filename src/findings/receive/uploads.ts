import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';

const OBJECT_STORE = '--objstore.config';

/** Whether a Receive that keeps data has no object store although the fleet has one. */
export const uploads: FindingRule = {
  name: 'receive/uploads',
  look: (context) =>
    context.index
      .byRole('receive')
      .filter(isIngestor)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  if (hasObjectStore(component)) return [absent('uploads-off', component.ref)];
  // A set-up without any object store keeps its blocks local by intent.
  const others = context.index
    .inCluster(component.ref.cluster)
    .filter(
      (other) =>
        other.ref.namespace === component.ref.namespace &&
        ['receive', 'store', 'compactor'].includes(other.role) &&
        hasObjectStore(other),
    );
  if (others.length === 0) return [absent('uploads-off', component.ref)];
  const own = context.workload(component);
  const source = own?.source ?? context.clusterOf(component).pods.source;
  const names = others.map(({ ref }) => `${ref.kind} ${ref.name}`).join(', ');
  return [
    present('uploads-off', component.ref, {
      evidence: [
        quote(
          source,
          note('upload-only', { name: component.ref.name, flag: `${OBJECT_STORE}-file`, others: names }),
        ),
      ],
      facts: { others: names },
    }),
  ];
}

const hasObjectStore = ({ args }: Component): boolean => args.some((word) => word.startsWith(OBJECT_STORE));

/** A router only forwards: it has hashrings and no endpoint of its own. Source: thanos cmd/thanos/receive.go. */
const isIngestor = ({ args }: Component): boolean =>
  !args.some((word) => word.startsWith('--receive.hashrings')) ||
  args.some((word) => word.startsWith('--receive.local-endpoint'));
