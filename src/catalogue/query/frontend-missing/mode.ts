import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/frontend-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'long-ranges-unsplit', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [{ id: 'narrow-range' }, { id: 'deploy-frontend' }],
  permanent: [{ id: 'cache' }],
  verify: [
    {
      id: 'frontend-ready',
      commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')],
    },
    { id: 'ranges-fast' },
  ],
});
