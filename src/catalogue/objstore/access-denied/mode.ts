import { clientsOf, kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/access-denied',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'objstore-access-denied', chance: 0.98, speaks: true, alternative: true },
    { finding: 'objstore-errors-alerted', chance: 0.3, speaks: true, alternative: true },
  ],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'see-refusals',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--tail=50')),
    },
    { id: 'grant' },
  ],
  permanent: [{ id: 'policy-as-code' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
