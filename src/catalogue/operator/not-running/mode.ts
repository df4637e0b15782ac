import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'operator/not-running',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'operator-not-running', chance: 0.98, speaks: true },
    { finding: 'replicas-zero', chance: 0.5, alternative: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'pods-not-ready', chance: 0.6, alternative: true },
    { finding: 'no-ready-pods', chance: 0.9, alternative: true },
  ],
  breaks: 'unfollowed',
  variant: ({ has, component }) =>
    component === undefined ? 'missing' : has('replicas-zero') ? 'scaled-to-zero' : null,
  immediate: [
    {
      id: 'see-operator',
      commands: ({ component }) => [
        kubectl(component, 'get', resource(component)),
        kubectl(component, 'logs', resource(component), '--tail=50'),
      ],
    },
    {
      id: 'scale-up',
      commands: ({ component }) => [kubectl(component, 'scale', resource(component), '--replicas=1')],
    },
  ],
  permanent: [{ id: 'manage-operator' }, { id: 'watch-operator' }],
  verify: [rolloutDone],
});
