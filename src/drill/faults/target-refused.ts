import { addJob } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { nobodyOutside } from '../stand-in.ts';

/** A machine outside of the clusters, on which no exporter runs. */
export const fault = defineFault({
  name: 'target-refused',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'scrape/target-refused', ...edgeAgent },
  inject: (context) =>
    addJob(context, { job_name: 'machines', static_configs: [{ targets: [nobodyOutside(context)] }] }),
  effect: targetFails('connection refused'),
});
