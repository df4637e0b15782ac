import { changeAgent } from '../agent.ts';
import { agentPods, allOf, logSays, receivePods } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { refuseOutOfOrder } from '../receive.ts';

/** Samples wait in the agent for longer than half a block of Receive, which is what it takes: a minute in the lab. */
export const fault = defineFault({
  name: 'agent-samples-too-old',
  lab: { pipeline: 'plain' },
  visibleAfter: 600,
  expected: { mode: 'remote-write/samples-too-old', ...edgeAgent },
  inject: async (context) => {
    await refuseOutOfOrder(context);
    await changeAgent(context, (_, write) => {
      write.queue_config = { capacity: 200_000, max_samples_per_send: 100_000, batch_send_deadline: '2m' };
    });
  },
  effect: allOf(
    logSays(receivePods, 'samples that are too old or are too far into the future'),
    logSays(agentPods, 'HTTP status 409'),
  ),
});
