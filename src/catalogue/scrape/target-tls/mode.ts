import { scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-tls',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-tls-failing', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [{ id: 'see-target', commands: scrapeTargets }, { id: 'correct-tls' }],
  permanent: [{ id: 'issue-certificates' }],
  verify: [targetUp],
});
