import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-unready',
  level: 'surface',
  beneath: [
    'workload/probe-failing',
    'workload/config-object-missing',
    'workload/image-unavailable',
    'workload/oom-killed',
  ],
  basis: 'lab-due',
  whose: 'subject',
  signs: [
    { finding: 'scrape-target-unready', chance: 0.97, speaks: true },
    { finding: 'scrape-refused', chance: 0.7, alternative: true },
    { finding: 'scrape-timed-out', chance: 0.3, alternative: true },
  ],
  breaks: null,
  isOutside: ({ finding }) => finding('scrape-target-unready')?.facts.outside === 1,
  immediate: [
    { id: 'see-pods', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    { id: 'see-events', commands: ({ component }) => [kubectl(component, 'describe', resource(component))] },
    { id: 'silence' },
  ],
  permanent: [{ id: 'fix-probe' }],
  verify: [targetUp],
});
