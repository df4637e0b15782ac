import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/storage-locked',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'storage-lock-held', chance: 0.98, speaks: true },
    { finding: 'container-crashing', chance: 0.95, alternative: true },
    { finding: 'pods-not-ready', chance: 0.9, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'find-holder',
      commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')],
    },
    {
      id: 'end-holder',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'own-volume' }, { id: 'recreate' }],
  verify: [rolloutDone, samplesArrive],
});
