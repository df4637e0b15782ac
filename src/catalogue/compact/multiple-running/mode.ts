import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'compact/multiple-running',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'compactors-share-bucket', chance: 0.98, speaks: true },
    // What two of them do to each other.
    { finding: 'blocks-overlap', chance: 0.5, alternative: true },
    { finding: 'compact-halted', chance: 0.5, alternative: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-compactors',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'get', 'pods', '-A', '-o', 'wide'),
      ],
    },
    {
      id: 'one-left',
      commands: ({ component }) => [kubectl(component, 'scale', resource(component), '--replicas=1')],
    },
  ],
  permanent: [{ id: 'single-by-design' }],
  verify: [
    {
      id: 'goes-on',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
  ],
});
