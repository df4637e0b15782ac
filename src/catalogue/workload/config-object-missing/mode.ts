import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/config-object-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'config-object-absent', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'rollout-stalled', chance: 0.9, alternative: true },
    // The kubelet waits for all volumes together, and names the time-out after those that are to be attached.
    { finding: 'volume-not-attached', chance: 0.9, alternative: true },
  ],
  breaks: 'down',
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    {
      id: 'see-name',
      commands: ({ component, facts }) => [
        kubectl(component, 'describe', ...(facts.pod ? ['pod', String(facts.pod)] : [resource(component)])),
      ],
    },
    {
      id: 'list-objects',
      commands: ({ component }) => [kubectl(component, 'get', 'configmaps,secrets')],
    },
    {
      // The kubelet tries again by itself: the pod needs no restart.
      id: 'create-object',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'OBJECT.yaml')],
    },
    {
      id: 'undo-rollout',
      commands: ({ component, facts }) =>
        facts.isTemplate === 1 ? [kubectl(component, 'rollout', 'undo', resource(component))] : [],
    },
  ],
  permanent: [{ id: 'deploy-together' }, { id: 'watch-sync' }],
  verify: [rolloutDone, samplesArrive],
});
