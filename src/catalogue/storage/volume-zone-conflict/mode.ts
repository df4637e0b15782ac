import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';
import { claimOf } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/volume-zone-conflict',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'volume-zone-differs', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.7, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'see-volume',
      commands: (context) => [
        kubectl(context.component, 'get', 'pvc', claimOf(context), '-o', 'jsonpath={.spec.volumeName}'),
        kubectl({ ...context.component, namespace: null }, 'get', 'pv', '-o', 'yaml'),
      ],
    },
    {
      id: 'see-nodes',
      commands: ({ component }) => [
        kubectl(
          { ...component, namespace: null },
          ...['get', 'nodes', '-L', 'topology.kubernetes.io/zone,kubernetes.io/hostname'],
        ),
      ],
    },
    { id: 'bring-node' },
  ],
  permanent: [{ id: 'wait-for-pod' }, { id: 'nodes-per-zone' }],
  verify: [rolloutDone],
});
