import { changeAgent } from '../agent.ts';
import { targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

/** More than any other target of the job exposes. */
const LIMIT = 5000;

export const fault = defineFault({
  name: 'target-limit-exceeded',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'scrape/limit-exceeded', ...edgeApplication },
  inject: async (context) => {
    await changeAgent(context, ({ scrape_configs }) => {
      for (const job of scrape_configs) job.sample_limit = LIMIT;
    });
    await replaceApplication(context, `-series=${LIMIT + 1000}`);
  },
  effect: targetFails('sample limit exceeded'),
});
