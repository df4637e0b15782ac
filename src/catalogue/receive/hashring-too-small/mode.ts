import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/hashring-too-small',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'hashring-endpoints-few', chance: 0.98, speaks: true },
    // The pods that it leaves out show as well, and with the ketama algorithm Receive does not start.
    { finding: 'hashring-differs', chance: 0.7, alternative: true },
    { finding: 'container-crashing', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.5, alternative: true },
  ],
  breaks: 'not-replicated',
  immediate: [
    {
      id: 'compare',
      commands: ({ component }) => [
        kubectl(component, 'get', resource(component), '-o', 'yaml'),
        kubectl(component, 'get', 'pods', '-o', 'wide'),
      ],
    },
    { id: 'add-endpoints', commands: ({ component, facts }) => [configCommand(component, facts)] },
  ],
  permanent: [{ id: 'controller' }, { id: 'fit-factor' }],
  verify: [rolloutDone, samplesArrive],
});
