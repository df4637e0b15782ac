import { logs } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'store/sync-failing',
  level: 'surface',
  beneath: [
    'objstore/access-denied',
    'objstore/credentials-invalid',
    'objstore/bucket-missing',
    'objstore/endpoint-unreachable',
    'objstore/throttled',
  ],
  basis: 'lab-due',
  whose: 'subject',
  signs: [
    { finding: 'store-sync-failed', chance: 0.98, speaks: true },
    { finding: 'objstore-failing', chance: 0.9, alternative: true },
    { finding: 'container-crashing', chance: 0.4, alternative: true },
    { finding: 'pods-not-ready', chance: 0.4, alternative: true },
  ],
  breaks: 'may-stop',
  immediate: [
    {
      id: 'see-error',
      commands: ({ component, facts }) => [logs(component, facts, '--tail=100')],
    },
    { id: 'see-others' },
  ],
  permanent: [{ id: 'watch-sync' }],
  verify: [
    rolloutDone,
    {
      id: 'synced',
      commands: ({ component, facts }) => [logs(component, facts, '--since=20m')],
    },
  ],
});
