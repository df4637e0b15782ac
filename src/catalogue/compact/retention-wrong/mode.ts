import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'compact/retention-wrong',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'retention-refused', chance: 0.97, speaks: true, alternative: true },
    { finding: 'retention-contradicts', chance: 0.97, speaks: true, alternative: true },
    { finding: 'container-crashing', chance: 0.9, alternative: true },
    { finding: 'pods-not-ready', chance: 0.9, alternative: true },
    { finding: 'no-ready-pods', chance: 0.9, alternative: true },
  ],
  breaks: null,
  variant: ({ has }) => (has('retention-refused') ? 'refused' : 'not-downsampled'),
  immediate: [
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    {
      id: 'hold',
      commands: ({ component }) => [kubectl(component, 'scale', resource(component), '--replicas=0')],
    },
    { id: 'set-retention' },
  ],
  permanent: [{ id: 'plan-retention' }],
  verify: [
    rolloutDone,
    {
      id: 'goes-on',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
  ],
});
