import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/monitor-missing',
  level: 'root',
  basis: 'lab-due',
  whose: 'subject',
  signs: [{ finding: 'monitor-absent', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'list-monitors',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'servicemonitors,podmonitors', '-A'),
      ],
    },
    {
      id: 'create-monitor',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'MONITOR.yaml')],
    },
  ],
  permanent: [{ id: 'same-chart' }],
  verify: [targetUp],
});
