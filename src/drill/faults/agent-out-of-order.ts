import { changeAgent } from '../agent.ts';
import { agentPods, allOf, logSays, receivePods } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { refuseOutOfOrder } from '../receive.ts';

/** A second entry sends the same to the same place, later and in larger batches: what it sends is always behind. */
export const fault = defineFault({
  name: 'agent-out-of-order',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'remote-write/out-of-order', ...edgeAgent },
  inject: async (context) => {
    await refuseOutOfOrder(context);
    await changeAgent(context, ({ remote_write }, write) => {
      remote_write.push({
        ...structuredClone(write),
        name: 'bulk',
        queue_config: { capacity: 100_000, max_samples_per_send: 50_000, batch_send_deadline: '30s' },
      });
    });
  },
  effect: allOf(
    logSays(receivePods, 'Error on ingesting out-of-order samples'),
    logSays(agentPods, 'HTTP status 409'),
  ),
});
