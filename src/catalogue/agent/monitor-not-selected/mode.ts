import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { targetUp } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/monitor-not-selected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'monitor-unselected', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'compare-selectors',
      commands: ({ component }) => [
        kubectl(
          { cluster: component.cluster, namespace: null },
          'get',
          'servicemonitors,podmonitors',
          '-A',
          '--show-labels',
        ),
        kubectl(component, 'get', 'prometheusagents,prometheuses', '-o', 'yaml'),
      ],
    },
    {
      id: 'compare-ports',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'services', '-A', '--show-labels'),
      ],
    },
    { id: 'set-label' },
  ],
  permanent: [{ id: 'select-all' }],
  verify: [targetUp],
});
