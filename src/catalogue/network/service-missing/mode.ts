import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/service-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'service-absent', chance: 0.99, speaks: true }],
  breaks: 'way-blocked',
  immediate: [
    {
      id: 'list-services',
      commands: ({ component }) => [kubectl(component, 'get', 'services', '-o', 'wide')],
    },
    {
      id: 'create-service',
      commands: ({ component }) => [kubectl(component, 'apply', '--server-side', '-f', 'SERVICE.yaml')],
    },
  ],
  permanent: [{ id: 'gitops' }],
  verify: [
    {
      id: 'has-endpoints',
      commands: ({ component }) => [
        kubectl(
          component,
          ...['get', 'endpointslices'],
          ...(component.kind === 'Service' ? ['-l', `kubernetes.io/service-name=${component.name}`] : []),
        ),
      ],
    },
    samplesArrive,
  ],
});
