import { join } from 'node:path';
import { nodeFiles } from '../lab/cluster/node-files.ts';
import { receivePods } from './effects.ts';
import type { FaultContext } from './fault.ts';
import { layoutOfCluster } from './site.ts';
import { restartAll } from './workloads.ts';

const MEBIBYTES = 64;

/** A file system in a file; it turns read-only where it meets an error, as disks of real nodes do. */
const MAKE = `truncate -s ${MEBIBYTES}M "$2"
mke2fs -q -F -m 0 -t ext4 "$2"
mount -t ext4 -o loop,errors=remount-ro "$2" "$1"
# Receive takes every folder of its volume for a tenant.
rmdir "$1/lost+found"`;
const TAKE_AWAY = 'while umount -l "$1" 2>/dev/null; do :; done; rm -f "$2"';

/**
 * Gives some of the Receives a disk of their own, small and empty, over the folder that their volume is (plain lab), and
 * starts all anew: a running one would not see it. Gives the folders.
 */
export async function giveDisks(context: FaultContext, ordinals: readonly number[]): Promise<string[]> {
  const { hands, hub, names } = context;
  const { volumes } = nodeFiles(layoutOfCluster(context, hub));
  const folders = ordinals.map((ordinal) => join(volumes, `data-${names.workloads.receive}-${ordinal}`));
  for (const folder of folders) {
    const run = (script: string) => ['sh', '-ec', script, 'sh', folder, `${folder}.img`];
    await hands.command(run(MAKE), run(TAKE_AWAY));
  }
  await restartAll(context, 'statefulset', receivePods);
  return folders;
}

/** Fills a disk to its last block. */
export function fill({ hands }: FaultContext, folder: string): Promise<void> {
  const file = join(folder, 'filler');
  // It ends with an error when nothing is left.
  const write = `dd if=/dev/zero of="$1" bs=64k count=${MEBIBYTES * 16} 2>/dev/null || true`;
  return hands.command(['sh', '-c', write, 'sh', file], ['rm', '-f', file]);
}

/** The kernel finds an error on a disk: it mounts it read-only, also for whoever writes at the moment. */
export const breakDisk = ({ hands }: FaultContext, folder: string): Promise<void> =>
  hands.command(
    [
      ...['sh', '-ec'],
      'device=$(findmnt -n -o SOURCE "$1" | head -n 1)\necho 1 >"/sys/fs/ext4/$(basename "$device")/trigger_fs_error"',
      ...['sh', folder],
    ],
    ['true'],
  );
