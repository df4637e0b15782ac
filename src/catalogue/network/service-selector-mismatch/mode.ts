import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/service-selector-mismatch',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'service-selects-nothing', chance: 0.99, speaks: true }],
  breaks: 'way-blocked',
  immediate: [
    {
      id: 'compare-labels',
      commands: ({ component }) => [kubectl(component, 'get', 'pods', '--show-labels')],
    },
    {
      id: 'set-selector',
      commands: ({ component, facts }) => [
        kubectl(
          component,
          'set',
          'selector',
          `service/${component.name}`,
          String(facts.labels ?? 'KEY=VALUE'),
        ),
      ],
    },
  ],
  permanent: [{ id: 'test-selector' }],
  verify: [
    {
      id: 'has-endpoints',
      commands: ({ component }) => [
        kubectl(component, 'get', 'endpointslices', '-l', `kubernetes.io/service-name=${component.name}`),
      ],
    },
    samplesArrive,
  ],
});
