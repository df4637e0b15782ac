import { readFileSync } from 'node:fs';
import type { NodeLayout } from '../layout.ts';
import { run } from '../shell.ts';
import { nodeFiles } from './node-files.ts';

/**
 * A file system that a pod mounts below the node's volumes must be seen by the kubelet and by other pods: the folder is
 * a mount of its own, and shared. Its root is often private.
 */
export async function shareVolumes(node: NodeLayout): Promise<void> {
  const { volumes } = nodeFiles(node);
  const isMounted = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[4] === volumes);
  if (!isMounted) await run('mount', ['--bind', volumes, volumes]);
  await run('mount', ['--make-shared', volumes]);
}

/**
 * What systemd does at boot, and a machine without it (a container, say) lacks: pods that follow the node's mounts are
 * refused where the root's are private. It stays so when the lab is gone.
 */
export const shareRoot = (): Promise<string> => run('mount', ['--make-shared', '/']);
