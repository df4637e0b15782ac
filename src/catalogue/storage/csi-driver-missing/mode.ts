import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { claimBound, seeClaim } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/csi-driver-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'provisioner-silent', chance: 0.97, speaks: true },
    { finding: 'replicas-zero', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.8, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    seeClaim,
    {
      id: 'see-drivers',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'get', 'csidrivers,csinodes'),
        kubectl({ ...component, namespace: null }, 'get', 'pods', '-A', '-o', 'wide'),
      ],
    },
    { id: 'start-driver' },
  ],
  permanent: [{ id: 'driver-as-code' }, { id: 'watch-driver' }],
  verify: [
    {
      id: 'driver-registered',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'get', 'csinodes', '-o', 'wide'),
      ],
    },
    claimBound,
  ],
});
