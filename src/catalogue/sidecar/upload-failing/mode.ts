import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'sidecar/upload-failing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'sidecar-upload-failed', chance: 0.98, speaks: true },
    { finding: 'container-crashing', chance: 0.3, alternative: true },
    { finding: 'pods-not-ready', chance: 0.3, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-error',
      commands: ({ component, facts }) => [logs(component, facts, '-c', 'thanos-sidecar', '--tail=100')],
    },
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
  ],
  permanent: [{ id: 'blocks-of-two-hours' }, { id: 'identity' }, { id: 'retention' }],
  verify: [
    rolloutDone,
    {
      id: 'uploads',
      commands: ({ component, facts }) => [logs(component, facts, '-c', 'thanos-sidecar', '--since=15m')],
    },
  ],
});
