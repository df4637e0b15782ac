import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/datasource-missing',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'datasource-absent', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-datasources',
      commands: ({ component }) => [
        kubectl(component, 'get', 'configmap', '-l', 'grafana_datasource', '-o', 'yaml'),
      ],
    },
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    { id: 'provide' },
  ],
  permanent: [{ id: 'as-code' }],
  verify: [
    {
      id: 'datasource-listed',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'sh',
          '-c',
          'wget -qO- "http://$GF_SECURITY_ADMIN_USER:$GF_SECURITY_ADMIN_PASSWORD@localhost:3000/api/datasources"',
        ),
      ],
    },
  ],
});
