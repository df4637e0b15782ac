import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/wal-corrupt',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'wal-damaged', chance: 0.97, speaks: true, alternative: true },
    { finding: 'wal-records-unreadable', chance: 0.9, speaks: true, alternative: true },
    { finding: 'container-crashing', chance: 0.6, alternative: true },
    { finding: 'pods-not-ready', chance: 0.6, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [
        kubectl(component, 'logs', resource(component), '--tail=100'),
        kubectl(component, 'logs', resource(component), '--previous', '--tail=100'),
      ],
    },
    {
      id: 'see-volume',
      commands: ({ component }) => [kubectl(component, 'get', 'pods,persistentvolumeclaims', '-o', 'wide')],
    },
    { id: 'keep-damaged' },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'sound-volume' }, { id: 'end-gently' }],
  verify: [rolloutDone, samplesArrive],
});
