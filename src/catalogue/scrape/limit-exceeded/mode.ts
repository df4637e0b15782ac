import { scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/limit-exceeded',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-limit-exceeded', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [{ id: 'see-target', commands: scrapeTargets }, { id: 'find-growth' }, { id: 'raise-limit' }],
  permanent: [{ id: 'fewer-series' }],
  verify: [targetUp],
});
