import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/cache-unreachable',
  level: 'surface',
  basis: 'lab-due',
  whose: 'subject',
  signs: [{ finding: 'cache-unreached', chance: 0.95, speaks: true }],
  breaks: null,
  beneath: [
    'workload/scaled-to-zero',
    'workload/missing',
    'network/service-missing',
    'network/name-not-found',
    'network/service-selector-mismatch',
    'network/policy-blocked',
    'workload/oom-killed',
  ],
  isOutside: ({ fleet }) => fleet.byRole('cache').length === 0,
  immediate: [
    {
      id: 'see-address',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    {
      id: 'see-cache',
      commands: ({ component }) => [kubectl(component, 'get', 'pods,services', '-o', 'wide')],
    },
  ],
  permanent: [{ id: 'by-service' }, { id: 'watch-cache' }],
  verify: [
    {
      id: 'no-failures',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
