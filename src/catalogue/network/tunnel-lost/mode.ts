import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'network/tunnel-lost',
  level: 'root',
  basis: 'text',
  whose: 'subject',
  signs: [{ finding: 'tunnel-broken', chance: 0.97, speaks: true }],
  breaks: null,
  immediate: [
    { id: 'see-pod', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    {
      id: 'forward-again',
      commands: ({ component }) => [kubectl(component, 'port-forward', `service/${component.name}`, ':9090')],
    },
    { id: 'other-node' },
  ],
  permanent: [{ id: 'lasting-way' }],
  verify: [{ id: 'answers' }],
});
