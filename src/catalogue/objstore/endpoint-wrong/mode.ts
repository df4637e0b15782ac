import { clientsOf, kubectl, secretKeys } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/endpoint-wrong',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'objstore-endpoint-mismatch', chance: 0.98, speaks: true, alternative: true }],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'see-config',
      commands: ({ component, facts }) => [secretKeys(component, String(facts.config ?? 'SECRET'))],
    },
    { id: 'set-endpoint' },
    {
      id: 'restart-clients',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'rollout', 'restart', client)),
    },
  ],
  permanent: [{ id: 'one-source' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
