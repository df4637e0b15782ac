import { clientsOf, kubectl, secretKeys } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/credentials-invalid',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'objstore-credentials-refused', chance: 0.98, speaks: true }],
  breaks: 'storage-refused',
  immediate: [
    {
      id: 'see-keys',
      commands: ({ component, facts }) => [secretKeys(component, String(facts.config ?? 'SECRET'))],
    },
    {
      id: 'set-keys',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'SECRET.yaml')],
    },
    {
      // Thanos reads the configuration of the object store once, at its start.
      id: 'restart-clients',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'rollout', 'restart', client)),
    },
  ],
  permanent: [{ id: 'identity' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
