import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/datasource-wrong-url',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'datasource-url-wrong', chance: 0.95, speaks: true },
    { finding: 'name-unknown', chance: 0.5, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-url',
      commands: ({ component }) => [
        kubectl(component, 'get', 'configmap', '-l', 'grafana_datasource', '-o', 'yaml'),
      ],
    },
    { id: 'see-services', commands: ({ component }) => [kubectl(component, 'get', 'services')] },
    {
      id: 'ask-from-pod',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'wget',
          '-qO-',
          'http://SERVICE.NAMESPACE.svc:9090/api/v1/query?query=1',
        ),
      ],
    },
    {
      id: 'mend-url',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'check-health' }],
  verify: [
    {
      id: 'query-works',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
