import { kubectl, scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-refused',
  level: 'surface',
  beneath: [
    'workload/probe-failing',
    'workload/scaled-to-zero',
    'network/service-port-mismatch',
    'network/service-selector-mismatch',
  ],
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-refused', chance: 0.97, speaks: true }],
  breaks: null,
  isOutside: ({ finding }) => finding('scrape-refused')?.facts.outside === 1,
  immediate: [
    { id: 'see-target', commands: scrapeTargets },
    { id: 'see-pods', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    {
      id: 'see-ports',
      commands: ({ component }) => [kubectl(component, 'get', 'endpointslices', '-o', 'wide')],
    },
    { id: 'correct-port' },
  ],
  permanent: [{ id: 'name-port' }],
  verify: [targetUp],
});
