import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'compact/halted-overlap',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'blocks-overlap', chance: 0.97, speaks: true, alternative: true },
    { finding: 'compact-halted', chance: 0.95, speaks: true, alternative: true },
    { finding: 'compact-failing', chance: 0.4, speaks: true, alternative: true },
    // Without --wait it ends with the same words.
    { finding: 'container-crashing', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.5, alternative: true },
    { finding: 'no-ready-pods', chance: 0.5, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-blocks',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=500')],
    },
    { id: 'find-writers' },
    { id: 'mark-block' },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'unique-labels' }, { id: 'vertical' }],
  verify: [
    {
      id: 'goes-on',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
  ],
});
