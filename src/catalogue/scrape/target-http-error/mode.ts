import { kubectl, resource, scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-http-error',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-http-error', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [
    { id: 'see-target', commands: scrapeTargets },
    { id: 'correct-path' },
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
  ],
  permanent: [{ id: 'test-path' }],
  verify: [targetUp],
});
