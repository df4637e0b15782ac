import { kubectl, scrapeTargets } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'scrape/target-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'scrape-targets-absent', chance: 0.98, speaks: true },
    { finding: 'scrape-name-unknown', chance: 0.5, alternative: true },
  ],
  breaks: null,
  immediate: [
    { id: 'see-target', commands: scrapeTargets },
    {
      id: 'see-workloads',
      commands: ({ component }) => [
        kubectl(component, 'get', 'deployments,statefulsets,daemonsets,services'),
      ],
    },
    { id: 'deploy' },
  ],
  permanent: [{ id: 'declare' }, { id: 'alert-absent' }],
  verify: [targetUp],
});
