import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'cloudwatch/runtime-socket-missing',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'runtime-socket-absent', chance: 0.95, speaks: true },
    { finding: 'pods-not-ready', chance: 0.3, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-mounts',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'see-runtime', commands: () => ['kubectl get nodes -o wide'] },
    { id: 'mount-socket' },
  ],
  permanent: [{ id: 'newer-agent' }],
  verify: [
    {
      id: 'pod-metrics',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
