import { clientsOf, kubectl, secretKeys } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/bucket-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'objstore-bucket-absent', chance: 0.98, speaks: true }],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'see-name',
      commands: ({ component, facts }) => [secretKeys(component, String(facts.config ?? 'SECRET'))],
    },
    { id: 'make-bucket' },
    {
      id: 'restart-clients',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'rollout', 'restart', client)),
    },
  ],
  permanent: [{ id: 'protect-bucket' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
