import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../lab/shell.ts';
import { copyBlock, type Damage, damageBlock, ulid } from './block-files.ts';
import { type FaultContext, getObject, identityOf, kubectlCommand } from './fault.ts';
import { inNode, layoutOfCluster } from './site.ts';

/** A block of two hours. Several of the same time overlap, as those of two writers with the same labels do. */
interface Archived {
  /** How long ago it ended: an even number of hours. */
  hoursAgo: number;
  damage?: Damage;
  /** What of it was not uploaded. */
  without?: 'index';
}

/** The metric that is in them, and nowhere else. */
const METRIC = 'archived_readings';

/** The last archived value of the day that ended so many days ago. */
export const archived = (daysAgo: number): string => `last_over_time(${METRIC}[1d] offset ${daysAgo}d)`;

/** By this external label all of them are found again, also when they were compacted meanwhile. */
const ORIGIN = { label: 'origin', value: 'archive' };
const BLOCK_SECONDS = 7200;
const STEP_SECONDS = 30;
const MASTER = '127.0.0.1:9333';
const FILER_PORT = 8888;

/**
 * Puts blocks of earlier days into the bucket (plain lab), as somebody does who moves the data of an old Prometheus
 * there. They go past the gateway of S3, since what is uploaded to it by Thanos is too young for the Compactor.
 */
export async function archive(context: FaultContext, blocks: readonly Archived[]): Promise<void> {
  const { bin, hands, hub, names } = context;
  const layout = layoutOfCluster(context, hub);
  const folder = join(layout.dir, 'archive');
  const remove = ['rm', '-rf', folder];
  await hands.command(remove, remove);
  await hands.command(['true'], removal(context));
  const ready = await makeBlocks(context, folder, blocks);
  const pod = await getObject<{ status: { podIP: string } }>(
    context,
    hub,
    ...['pod', `${names.workloads.objectStore}-0`, '-n', names.namespaces.storage],
  );
  const bucket = `http://${pod.status.podIP}:${FILER_PORT}/buckets/${names.bucket}/`;
  const [program = '', ...args] = inNode(layout, join(bin, 'weed'), 'filer.copy', ...ready, bucket);
  await run(program, args);
}

/** Takes all of them out of the bucket. */
export async function removeArchive(context: FaultContext): Promise<void> {
  const [program = '', ...args] = removal(context);
  await run(program, args);
}

function removal(context: FaultContext): string[] {
  const { names, hub } = context;
  const bucket = `/buckets/${names.bucket}`;
  const filer = `http://127.0.0.1:${FILER_PORT}${bucket}`;
  // The first line is empty: the shell of SeaweedFS waits where there is nothing at all.
  const script = `{
  echo
  wget -qO- --header 'Accept: application/json' '${filer}/?limit=100000' |
    grep -o '/[0-9A-Z]\\{26\\}"' | sed 's/[/"]//g' | while read -r block; do
      wget -qO- "${filer}/$block/meta.json" | grep -q '"${ORIGIN.label}": *"${ORIGIN.value}"' &&
        echo "fs.rm -rf ${bucket}/$block"
    done
} | /bin/weed shell -master=${MASTER}`;
  const pod = ['exec', `${names.workloads.objectStore}-0`, '-n', names.namespaces.storage];
  return kubectlCommand(context, hub, ...pod, '--', 'sh', '-c', script);
}

/** Makes the blocks in a folder, and gives where they are. */
async function makeBlocks(
  context: FaultContext,
  folder: string,
  blocks: readonly Archived[],
): Promise<string[]> {
  const now = Math.floor(Date.now() / 1000);
  const endOf = ({ hoursAgo }: Archived) => Math.floor(now / BLOCK_SECONDS) * BLOCK_SECONDS - hoursAgo * 3600;
  const [samples, made, ready] = ['samples', 'made', 'ready'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(ready, { recursive: true });
  writeFileSync(samples, openMetrics([...new Set(blocks.map(endOf))]));
  const promtool = join(context.bin, 'promtool');
  await run(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', samples, made]);
  const byStart = new Map(readdirSync(made).map((name) => [startOf(join(made, name)), join(made, name)]));
  const labels = { cluster: identityOf(context, context.hub), [ORIGIN.label]: ORIGIN.value };
  return blocks.map((block, number) => {
    const source = byStart.get(endOf(block) - BLOCK_SECONDS);
    if (source === undefined) throw new Error('promtool made no block of that time');
    const name = ulid(endOf(block) * 1000, now * 1000 + number);
    const copy = copyBlock(source, ready, name, labels);
    if (block.damage) damageBlock(copy, block.damage);
    if (block.without) rmSync(join(copy, block.without));
    return copy;
  });
}

const startOf = (block: string): number =>
  (JSON.parse(readFileSync(join(block, 'meta.json'), 'utf8')) as { minTime: number }).minTime / 1000;

/** Three series, each with more than one chunk in every block. */
function openMetrics(ends: readonly number[]): string {
  const times = ends
    .toSorted((a, b) => a - b)
    .flatMap((end) =>
      Array.from(
        { length: BLOCK_SECONDS / STEP_SECONDS },
        (_, place) => end - BLOCK_SECONDS + place * STEP_SECONDS,
      ),
    );
  const lines = ['north', 'south', 'west'].flatMap((hall) =>
    times.map((time) => `${METRIC}{hall="${hall}"} ${time % 997} ${time}`),
  );
  return `# TYPE ${METRIC} gauge\n${lines.join('\n')}\n# EOF\n`;
}

/** Two blocks that the Compactor makes one of, of which something is the matter with one. It starts with them. */
export async function compactOdd(context: FaultContext, odd: Omit<Archived, 'hoursAgo'>): Promise<void> {
  const { hands, hub, names } = context;
  await archive(context, [{ hoursAgo: 72 }, { hoursAgo: 72, ...odd }]);
  // One that has halted goes on only when it is started again, also after the blocks are gone.
  await hands.restart(hub, names.namespaces.pipeline, `statefulset/${names.workloads.compactor}`);
}
