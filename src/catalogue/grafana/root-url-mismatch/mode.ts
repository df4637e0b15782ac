import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/root-url-mismatch',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'grafana-root-url-differs', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-settings',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'see-ingress', commands: ({ component }) => [kubectl(component, 'get', 'ingress', '-o', 'yaml')] },
    { id: 'mend-root-url' },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'one-place' }],
  verify: [{ id: 'login-page', commands: () => ['curl -sSIL --max-redirs 5 https://HOST/PATH/login'] }],
});
