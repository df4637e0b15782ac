import { fileOrigin } from '../../evidence/kubernetes/files.ts';
import type { Container, PodSpec } from '../../evidence/kubernetes/pods.ts';
import type { SettingPath } from '../../fleet/file/observed.ts';
import { quantity } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';

/** Replicas and resources: what every part has. */
export function replicasAndResources(part: Part, section: SettingPath): Noted[] {
  return [replicas(part, [...section, 'replicas']), ...resources(part, [...section, 'resources'])];
}

function replicas(part: Part, path: SettingPath): Noted {
  const { desired, ref } = part.component;
  if (ref.kind === 'DaemonSet') return untold(path, 'not-expressible', ref.cluster, ref.kind);
  if (desired === null) return untold(path, 'not-visible', ref.cluster, `${ref.kind} ${ref.name}`);
  return seen(path, desired, inPart(part, 'spec.replicas'));
}

/** A container without a request has one of its limit's size, or none: which is as much as 0. */
export function resources(part: Part, section: SettingPath): Noted[] {
  const given = part.container?.resources;
  if (!given) return [untold(section, 'not-visible', part.cluster.name)];
  const values = {
    cpu: given.cpu ?? given.cpuLimit ?? '0',
    memory: given.memory ?? given.memoryLimit ?? '0',
    cpuLimit: given.cpuLimit,
    memoryLimit: given.memoryLimit,
  };
  return Object.entries(values).map(([name, text]) => {
    const path = [...section, name];
    const value = text === null ? null : quantity(text);
    return text !== null && value === null
      ? untold(path, 'not-expressible', part.cluster.name, text)
      : seen(path, value, inPart(part, `resources ${name}`));
  });
}

/**
 * Size of the volumes of a part, by the folder that it writes to. A folder that no volume holds ends with the
 * container; `null` for the folder where its default is no full path.
 */
export function storage(part: Part, path: SettingPath, folder: string | null): Noted {
  const { container, spec, workload, cluster } = part;
  if (!container || !spec) return untold(path, 'not-visible', cluster.name);
  const mounts = folder === null ? writable(part) : mountsOf(container, folder);
  if (mounts.length === 0) return seen(path, null, inPart(part, 'volumes'));
  const [mount] = mounts;
  if (!mount || mounts.length > 1) return untold(path, 'not-visible', cluster.name);
  const template = workload?.claims.find(({ name }) => name === mount.volume);
  const volume = spec.volumes.find(({ name }) => name === mount.volume);
  if (!template && volume?.emptyDir) return seen(path, null, inPart(part, `volume ${mount.volume}`));
  const claim = cluster.claims.seen
    ? cluster.claims.value.find(
        ({ meta }) => meta.namespace === part.component.ref.namespace && meta.name === volume?.claim,
      )
    : undefined;
  const size = template ? template.size : (claim?.size ?? null);
  const value = size === null ? null : quantity(size);
  if (value !== null) return seen(path, value, inPart(part, `volume ${mount.volume}`));
  if (volume?.claim && !cluster.claims.seen) return untold(path, cluster.claims.reason, cluster.name);
  return untold(path, 'not-expressible', cluster.name, `volume ${mount.volume}`);
}

/** The innermost mount that holds a folder. */
function mountsOf(container: Container, folder: string): Container['mounts'] {
  const holds = (path: string) =>
    path === folder || folder.startsWith(path.endsWith('/') ? path : `${path}/`);
  return container.mounts
    .filter(({ path }) => holds(path.replace(/(?<=.)\/$/, '')))
    .sort((a, b) => b.path.length - a.path.length)
    .slice(0, 1);
}

/** Mounts that hold data: neither configuration nor the service account's token. */
function writable({ container, spec, workload }: Part): Container['mounts'] {
  return (container?.mounts ?? []).filter(({ volume: name }) => {
    const volume = spec?.volumes.find((candidate) => candidate.name === name);
    return volume
      ? volume.claim !== null || volume.emptyDir
      : (workload?.claims ?? []).some((claim) => claim.name === name);
  });
}

/** A key of a Secret, as `fleet.yaml` names it. */
export interface SecretRef {
  name: string;
  key: string;
}

/** The key of a Secret that is mounted at a path; `null` if the file comes from anywhere else. */
export function secretAt(part: Part, path: string): SecretRef | null {
  const { spec, container } = part;
  if (!spec || !container) return null;
  const origin = fileOrigin(spec, container, path);
  if (origin.from !== 'secret') return null;
  return { name: origin.name, key: keyOf(spec, origin) };
}

/** Single keys may be mounted under other names. */
function keyOf(spec: PodSpec, origin: { name: string; key: string }): string {
  const items = spec.volumes.find(({ secret }) => secret === origin.name)?.items ?? [];
  return items.find(({ path }) => path === origin.key)?.key ?? origin.key;
}

/** The Secret and key that a variable of the container is taken from. */
export function secretVariable(part: Part, name: string): SecretRef | null {
  const variable = part.container?.env.find((candidate) => candidate.name === name);
  return variable?.secret && variable.secretKey ? { name: variable.secret, key: variable.secretKey } : null;
}
