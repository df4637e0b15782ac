import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/service-port-mismatch',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'service-port-wrong', chance: 0.97, speaks: true }],
  breaks: 'way-blocked',
  immediate: [
    {
      id: 'see-ports',
      commands: ({ component }) => [kubectl(component, 'get', 'service', component.name, '-o', 'yaml')],
    },
    { id: 'set-port', commands: ({ component }) => [kubectl(component, 'edit', 'service', component.name)] },
  ],
  permanent: [{ id: 'named-ports' }],
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
