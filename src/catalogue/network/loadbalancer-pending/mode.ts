import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/loadbalancer-pending',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'load-balancer-pending', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'see-events',
      commands: ({ component }) =>
        component.kind === 'Service'
          ? [kubectl(component, 'describe', 'service', component.name)]
          : [kubectl(component, 'get', 'services', '-o', 'wide')],
    },
    { id: 'see-controller' },
    { id: 'use-node-port' },
  ],
  permanent: [{ id: 'address-pool' }],
  verify: [
    { id: 'has-address', commands: ({ component }) => [kubectl(component, 'get', 'services', '-o', 'wide')] },
    samplesArrive,
  ],
});
