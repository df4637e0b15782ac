import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'compact/corrupt-block',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'block-broken', chance: 0.97, speaks: true, alternative: true },
    { finding: 'compact-halted', chance: 0.85, speaks: true, alternative: true },
    { finding: 'compact-failing', chance: 0.9, speaks: true, alternative: true },
    // Without --wait it ends with the same words.
    { finding: 'container-crashing', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.5, alternative: true },
    { finding: 'no-ready-pods', chance: 0.5, alternative: true },
  ],
  breaks: 'block-damaged',
  immediate: [
    {
      id: 'see-blocks',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=500')],
    },
    { id: 'verify-block' },
    { id: 'mark-block' },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'find-source' }, { id: 'versioning' }],
  verify: [
    {
      id: 'goes-on',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
  ],
});
