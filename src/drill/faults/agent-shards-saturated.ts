import { changeAgent } from '../agent.ts';
import { agentExports, allOf, silentFor } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

/** Everything ten times as often, through one shard that sends sample by sample. */
export const fault = defineFault({
  name: 'agent-shards-saturated',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'remote-write/shards-saturated', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, ({ global }, write) => {
      global.scrape_interval = '1s';
      global.scrape_timeout = '1s';
      write.queue_config = { max_shards: 1, max_samples_per_send: 1 };
    }),
  effect: allOf(
    agentExports('prometheus_remote_storage_shards_desired', 1.5),
    silentFor(30, ({ edge }) => edge),
  ),
});
