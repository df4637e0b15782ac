import type { Container, PodSpec } from './pods.ts';

/** Where a file that a container reads comes from. */
export type FileOrigin =
  | { from: 'configMap'; name: string; key: string }
  | { from: 'secret'; name: string; key: string }
  | { from: 'other' };

/** The object that is mounted at `path`; the innermost mount decides. */
export function fileOrigin(pod: PodSpec, container: Pick<Container, 'mounts'>, path: string): FileOrigin {
  const mount = container.mounts
    .filter(({ path: at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const volume = pod.volumes.find((candidate) => candidate.name === mount?.volume);
  if (!mount || !volume) return { from: 'other' };
  const key = mount.subPath ?? path.slice(mount.path.length).replace(/^\//, '');
  if (volume.configMap !== null) return { from: 'configMap', name: volume.configMap, key };
  if (volume.secret !== null) return { from: 'secret', name: volume.secret, key };
  return { from: 'other' };
}
