import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeFiles } from '../lab/cluster/node-files.ts';
import { damageBlock } from './block-files.ts';
import { type FaultContext, getObject, kubectlCommand } from './fault.ts';
import { layoutOfCluster, perhaps } from './site.ts';

/** Longer than a block is, and the delays until it is cut. */
const BLOCK_WITHIN_MS = 420_000;

const podOf = ({ names }: FaultContext, ordinal: number): string => `${names.workloads.receive}-${ordinal}`;

/** Where a Receive of the plain lab keeps the tenant's data: its volume is a folder of the machine. */
function dataOf(context: FaultContext, ordinal: number): string {
  const { volumes } = nodeFiles(layoutOfCluster(context, context.hub));
  return join(volumes, `data-${podOf(context, ordinal)}`, context.names.tenant);
}

/** The newest block on its disk; in a young lab there is none yet. */
async function newestBlock(context: FaultContext, ordinal: number): Promise<string> {
  const data = dataOf(context, ordinal);
  const deadline = Date.now() + BLOCK_WITHIN_MS;
  for (;;) {
    const name = readdirSync(data)
      .filter((entry) => /^[0-9A-Z]{26}$/.test(entry))
      .sort()
      .at(-1);
    if (name !== undefined) return join(data, name);
    if (Date.now() > deadline) throw new Error(`no block in ${data}`);
    await sleep(5000);
  }
}

/** Damages a block of these Receives, as a disk that lost a write does, and restarts them: a running one has read it. */
export async function damageBlocks(context: FaultContext, ...ordinals: number[]): Promise<void> {
  const { hands, hub, kubectl, names } = context;
  const pods = ordinals.map((ordinal) => podOf(context, ordinal));
  const restart = ['delete', 'pod', '-n', names.namespaces.pipeline, '--wait=false', '--ignore-not-found'];
  // Taken back last: by then the blocks are whole again.
  await hands.command(['true'], kubectlCommand(context, hub, ...restart, ...pods));
  for (const ordinal of ordinals) {
    const block = await newestBlock(context, ordinal);
    const kept = join(layoutOfCluster(context, hub).dir, `whole-${ordinal}`);
    await hands.command(
      ['sh', '-ec', 'rm -rf "$2" "$2.part"; cp -a "$1" "$2.part"; mv "$2.part" "$2"', 'sh', block, kept],
      ['sh', '-ec', '[ ! -d "$2" ] || { rm -rf "$1"; mv "$2" "$1"; }', 'sh', block, kept],
    );
    damageBlock(block, 'index-bytes');
  }
  await kubectl(hub, [...restart, ...pods]);
}

/** Runs a script for the process of a Receive's container, whose id it has as `$pid`; where it is gone, for none. */
async function inProcess(context: FaultContext, ordinal: number, script: string): Promise<string[]> {
  const pod = await getObject<{ status: { containerStatuses: { containerID: string }[] } }>(
    context,
    context.hub,
    ...['pod', podOf(context, ordinal), '-n', context.names.namespaces.pipeline],
  );
  const id = pod.status.containerStatuses[0]?.containerID.split('//')[1] ?? '';
  // Without one, every process of the machine would be meant.
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`${podOf(context, ordinal)} has no container`);
  const each = `for group in $(grep -ls "${id}" /proc/[0-9]*/cgroup); do
  pid=$(basename "$(dirname "$group")")
  ${script}
done`;
  return ['sh', '-c', each];
}

/** Bytes of the WAL of a Receive are other than it wrote them, and it ends without a chance to write it anew. */
export async function damageWal(context: FaultContext, ordinal: number): Promise<void> {
  const wal = join(dataOf(context, ordinal), 'wal');
  const segments = readdirSync(wal).filter((name) => /^\d+$/.test(name));
  const sizeOf = (name: string) => statSync(join(wal, name)).size;
  const [largest = ''] = segments.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const half = Math.floor(sizeOf(largest) / 2);
  const damage = `dd if=/dev/urandom of="$1" bs=1 count=64 seek=${half} conv=notrunc 2>/dev/null`;
  // What is cut off at the damage is lost: Receive itself mends the rest.
  await context.hands.command(['sh', '-c', damage, 'sh', join(wal, largest)], ['true']);
  await context.hands.command(await inProcess(context, ordinal, 'kill -9 "$pid"'), ['true']);
}

/** Files that a Receive may still open: enough to serve, and one less than a new block needs. */
const FILES_LEFT = 4;

/** A Receive may open hardly a file more than it has open. */
export async function limitOpenFiles(context: FaultContext, ordinal: number): Promise<void> {
  const limit = await inProcess(
    context,
    ordinal,
    `used=" $(ls "/proc/$pid/fd" | tr '\\n' ' ')"
  limit=0
  free=0
  while [ "$free" -lt ${FILES_LEFT} ]; do
    case "$used" in *" $limit "*) ;; *) free=$((free + 1)) ;; esac
    limit=$((limit + 1))
  done
  prlimit --pid "$pid" --nofile="$limit:"`,
  );
  const lift = await inProcess(
    context,
    ordinal,
    'prlimit --pid "$pid" --nofile="$(prlimit --pid "$pid" --nofile --output HARD --noheadings | tr -d " "):"',
  );
  await context.hands.command(limit, perhaps(lift));
}
