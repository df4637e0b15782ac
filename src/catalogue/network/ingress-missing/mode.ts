import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/ingress-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'ingress-absent', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'list-ingresses',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'ingresses', '-A'),
      ],
    },
    {
      id: 'list-classes',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'ingressclasses'),
      ],
    },
    {
      id: 'create-ingress',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'INGRESS.yaml')],
    },
  ],
  permanent: [{ id: 'default-class' }, { id: 'gitops' }],
  verify: [samplesArrive],
});
