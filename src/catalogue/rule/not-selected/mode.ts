import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'rule/not-selected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'rules-not-loaded', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-selector',
      commands: ({ component }) => [
        kubectl(
          component,
          'get',
          'prometheuses.monitoring.coreos.com,thanosrulers.monitoring.coreos.com',
          '-o',
          'yaml',
        ),
      ],
    },
    {
      id: 'see-rules',
      commands: () => ['kubectl get prometheusrules.monitoring.coreos.com --all-namespaces --show-labels'],
    },
    { id: 'mend-labels' },
  ],
  permanent: [{ id: 'test-selection' }],
  verify: [
    {
      id: 'rules-loaded',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'wget',
          '-qO-',
          'http://localhost:9090/api/v1/rules',
        ),
      ],
    },
  ],
});
