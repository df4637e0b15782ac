import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/image-unavailable',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'image-pull-failing', chance: 0.99, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95 },
  ],
  breaks: 'down',
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    {
      id: 'see-reason',
      commands: ({ component }) => [
        kubectl(component, 'get', 'events', '--field-selector=type=Warning', '--sort-by=.lastTimestamp'),
      ],
    },
    {
      id: 'undo-rollout',
      commands: ({ component }) => [kubectl(component, 'rollout', 'undo', resource(component))],
    },
    {
      // A StatefulSet waits for its broken pod to become ready: the pod must go before the old template is used.
      id: 'delete-broken-pod',
      commands: ({ component, facts }) =>
        component.kind === 'StatefulSet' && typeof facts.pod === 'string'
          ? [kubectl(component, 'delete', 'pod', facts.pod)]
          : [],
    },
  ],
  permanent: [{ id: 'pin-image' }, { id: 'pull-secret' }],
  verify: [rolloutDone, samplesArrive],
});
