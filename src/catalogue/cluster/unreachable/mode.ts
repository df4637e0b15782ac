import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'cluster/unreachable',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'api-unreachable', chance: 0.98, speaks: true }],
  breaks: 'cluster-gone',
  immediate: [
    {
      id: 'ask-again',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', '--raw', '/readyz?verbose'),
      ],
    },
    { id: 'check-site' },
  ],
  permanent: [{ id: 'second-way' }, { id: 'watch-from-outside' }],
  verify: [
    {
      id: 'api-answers',
      commands: ({ component }) => [kubectl({ cluster: component.cluster, namespace: null }, 'get', 'nodes')],
    },
    samplesArrive,
  ],
});
