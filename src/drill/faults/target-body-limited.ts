import { changeAgent } from '../agent.ts';
import { lasting, targetFails } from '../effects.ts';
import { defineFault, edgeApplication } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

/** The application's page grew beyond the size that the job allows. */
export const fault = defineFault({
  name: 'target-body-limited',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'scrape/limit-exceeded', ...edgeApplication },
  inject: async (context) => {
    await changeAgent(context, ({ scrape_configs }) => {
      for (const job of scrape_configs) job.body_size_limit = '1MB';
    });
    await replaceApplication(context, '-series=60000');
  },
  effect: lasting(45, targetFails('body size limit exceeded')),
});
