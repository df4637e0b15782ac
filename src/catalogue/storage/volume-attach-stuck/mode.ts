import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';
import { claimOf } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/volume-attach-stuck',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'volume-not-attached', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.7, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'see-attachments',
      commands: (context) => [
        kubectl(context.component, 'get', 'pvc', claimOf(context), '-o', 'jsonpath={.spec.volumeName}'),
        kubectl({ ...context.component, namespace: null }, 'get', 'volumeattachments'),
      ],
    },
    {
      id: 'see-old-pod',
      commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')],
    },
    { id: 'release-volume' },
  ],
  permanent: [{ id: 'recreate' }, { id: 'drain-first' }],
  verify: [rolloutDone],
});
