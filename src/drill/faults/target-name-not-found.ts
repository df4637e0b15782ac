import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

/** A machine outside of the clusters, whose name no zone knows. */
export const fault = defineFault({
  name: 'target-name-not-found',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'scrape/target-name-not-found', ...edgeAgent },
  inject: (context) =>
    addJob(context, {
      job_name: 'machines',
      static_configs: [{ targets: ['press-7.plant.example:9100'] }],
    }),
  effect: targetFails('no such host'),
});
