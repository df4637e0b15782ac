import { clientsOf, kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/throttled',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'objstore-throttling', chance: 0.97, speaks: true, alternative: true },
    { finding: 'objstore-errors-alerted', chance: 0.3, speaks: true, alternative: true },
  ],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'see-rate',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--tail=50')),
    },
    { id: 'fewer-requests' },
  ],
  permanent: [{ id: 'cache' }, { id: 'raise-limit' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
