import { scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-unauthorized',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-unauthorized', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [{ id: 'see-target', commands: scrapeTargets }, { id: 'see-identity' }, { id: 'give-identity' }],
  permanent: [{ id: 'rotate' }],
  verify: [targetUp],
});
