import { scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-not-exposition',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-not-exposition', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [{ id: 'see-target', commands: scrapeTargets }, { id: 'see-answer' }, { id: 'correct-path' }],
  permanent: [{ id: 'expose-metrics' }, { id: 'probe-health' }],
  verify: [targetUp],
});
