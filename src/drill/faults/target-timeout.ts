import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { serveOutside } from '../stand-in.ts';

/** A machine outside of the clusters, whose exporter takes longer than a scrape may. */
export const fault = defineFault({
  name: 'target-timeout',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'scrape/target-timeout', ...edgeAgent },
  inject: async (context) => {
    const machine = await serveOutside(context, '-delay=8s', '-series=3');
    await addJob(context, { job_name: 'machines', static_configs: [{ targets: [machine] }] });
  },
  effect: targetFails('context deadline exceeded'),
});
