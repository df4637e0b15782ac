import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';
import { claimBound, seeClaim } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/storageclass-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'storageclass-absent', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.8, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    seeClaim,
    {
      id: 'see-classes',
      commands: ({ component }) => [kubectl({ ...component, namespace: null }, 'get', 'storageclass')],
    },
    { id: 'make-class' },
  ],
  permanent: [{ id: 'class-as-code' }, { id: 'check-before' }],
  verify: [claimBound, rolloutDone],
});
