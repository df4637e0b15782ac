import { kubectl, scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-name-not-found',
  level: 'surface',
  beneath: ['scrape/target-missing', 'network/service-missing', 'network/name-not-found', 'network/dns-down'],
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'scrape-name-unknown', chance: 0.97, speaks: true },
    { finding: 'name-unknown', chance: 0.9, alternative: true },
  ],
  breaks: null,
  isOutside: ({ finding }) => finding('scrape-name-unknown')?.facts.outside === 1,
  immediate: [
    { id: 'see-target', commands: scrapeTargets },
    {
      id: 'see-services',
      commands: ({ component }) => [kubectl(component, 'get', 'services', '-o', 'wide')],
    },
    { id: 'correct-name' },
  ],
  permanent: [{ id: 'discover-targets' }],
  verify: [targetUp],
});
