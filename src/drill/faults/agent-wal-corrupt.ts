import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../../lab/cluster/node-files.ts';
import { agentPods, type Effect, logSays, readyPod, waitFor } from '../effects.ts';
import { agentKind, defineFault, edgeAgent, type FaultContext } from '../fault.ts';
import { layoutOfCluster } from '../site.ts';

/** Where damage is done: in the first of the log's pages of 32 KiB. */
const OFFSET = 4096;
const LENGTH = 512;

/** The newest segment of the write-ahead log of the edge's agent, as the node sees it. */
async function segmentOf(context: FaultContext): Promise<string> {
  const { uid } = await readyPod(context, agentPods);
  const { kubeletRoot } = nodeFiles(layoutOfCluster(context, context.edge));
  const folder = join(kubeletRoot, 'pods', uid, 'volumes', 'kubernetes.io~empty-dir', 'data', 'wal');
  const newest = readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .sort()
    .at(-1);
  return join(folder, newest ?? '');
}

const hasWritten: Effect = async (context) => statSync(await segmentOf(context)).size > 4 * OFFSET;

/** A page of the log is overwritten, and the process (not the pod, whose volume goes with it) ends and starts again. */
export const fault = defineFault({
  name: 'agent-wal-corrupt',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'agent/wal-corrupt', ...edgeAgent },
  inject: async (context) => {
    const { hands, kubectl, edge, names } = context;
    const { namespace, name } = agentPods(context);
    // What is left of the damage goes with the pod when everything is taken back.
    await hands.restart(edge, namespace, `${agentKind(context)}/${names.workloads.agent}`);
    await waitFor(context, hasWritten, 120);
    await hands.command(
      [
        ...['dd', 'if=/dev/urandom', `of=${await segmentOf(context)}`, 'conv=notrunc', 'bs=1'],
        ...[`seek=${OFFSET}`, `count=${LENGTH}`],
      ],
      ['true'],
    );
    const { name: pod } = await readyPod(context, agentPods);
    await kubectl(edge, ['exec', pod, '-n', namespace, '-c', name, '--', 'sh', '-c', 'kill 1']);
  },
  effect: logSays(agentPods, 'encountered WAL read error, attempting repair'),
});
