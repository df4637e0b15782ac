import { clientsOf, kubectl, secretKeys } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'objstore/config-invalid',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'objstore-config-unreadable', chance: 0.98, speaks: true, alternative: true },
    // The same lines are those of a process that refuses its configuration.
    { finding: 'config-refused', chance: 0.5, alternative: true },
  ],
  breaks: 'storage-unread',
  immediate: [
    {
      id: 'see-config',
      commands: ({ component, facts }) => [secretKeys(component, String(facts.config ?? 'SECRET'))],
    },
    {
      id: 'set-config',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'SECRET.yaml')],
    },
    {
      id: 'restart-clients',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'rollout', 'restart', client)),
    },
  ],
  permanent: [{ id: 'check-config' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component, facts }) =>
        clientsOf(facts).map((client) => kubectl(component, 'logs', client, '--since=2m')),
    },
  ],
});
