import { clientsOf, kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/clock-skew',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'objstore-clock-refused', chance: 0.98, speaks: true, alternative: true }],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'compare-clocks',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'exec', client, '--', 'date', '-u')),
    },
    { id: 'set-clock', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
  ],
  permanent: [{ id: 'time-sync' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
