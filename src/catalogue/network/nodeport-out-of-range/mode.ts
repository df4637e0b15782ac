import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'network/nodeport-out-of-range',
  level: 'root',
  basis: 'text',
  whose: 'subject',
  signs: [{ finding: 'node-port-refused', chance: 0.99, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-used',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'services', '-A', '-o', 'wide'),
      ],
    },
    { id: 'choose-port' },
  ],
  permanent: [{ id: 'leave-out' }, { id: 'widen-range' }],
  verify: [
    {
      id: 'dry-run',
      commands: ({ component }) => [
        kubectl(component, 'apply', '--server-side', '--dry-run=server', '-f', 'SERVICE.yaml'),
      ],
    },
  ],
});
