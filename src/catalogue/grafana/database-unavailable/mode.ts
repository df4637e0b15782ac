import { kubectl, resource } from '../../commands.ts';
import { isFarEndOutside } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'grafana/database-unavailable',
  level: 'surface',
  basis: 'contract',
  whose: 'subject',
  beneath: [
    'workload/scaled-to-zero',
    'network/service-missing',
    'network/name-not-found',
    'network/policy-blocked',
    'workload/config-object-missing',
  ],
  signs: [
    { finding: 'grafana-database-failing', chance: 0.95, speaks: true },
    { finding: 'container-crashing', chance: 0.8, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'no-ready-pods', chance: 0.6, alternative: true },
  ],
  breaks: null,
  isOutside: ({ finding }) => isFarEndOutside(finding('grafana-database-failing')?.facts.words),
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'see-settings',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'mend-database' },
  ],
  permanent: [{ id: 'watch-database' }],
  verify: [
    {
      id: 'health-ok',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'wget',
          '-qO-',
          'http://localhost:3000/api/health',
        ),
      ],
    },
  ],
});
