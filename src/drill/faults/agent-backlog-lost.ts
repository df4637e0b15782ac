import { changeAgent } from '../agent.ts';
import { agentExports, agentPods, allOf, arrivesWithin, logSays, waitFor } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { dropRemoteWrite } from '../site.ts';

const dropsBacklog = logSays(agentPods, 'Failed to flush all samples on shutdown');

/** During an outage somebody changes the remote write: the queue is built anew, and what it held is gone. */
export const fault = defineFault({
  name: 'agent-backlog-lost',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 480,
  expected: { mode: 'remote-write/backlog-lost', ...edgeAgent },
  inject: async (context) => {
    const endOutage = await dropRemoteWrite(context);
    await waitFor(context, agentExports('prometheus_remote_storage_samples_pending', 4000), 180);
    await changeAgent(context, (_, write) => {
      write.queue_config = { max_shards: 20 };
    });
    await waitFor(context, dropsBacklog, 180);
    await endOutage();
  },
  effect: allOf(
    dropsBacklog,
    arrivesWithin(30, ({ edge }) => edge),
  ),
});
