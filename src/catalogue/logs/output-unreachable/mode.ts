import { kubectl, resource } from '../../commands.ts';
import { isFarEndOutside } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/output-unreachable',
  level: 'surface',
  basis: 'contract',
  whose: 'subject',
  beneath: [
    'workload/scaled-to-zero',
    'workload/oom-killed',
    'network/service-missing',
    'network/service-port-mismatch',
    'network/name-not-found',
    'network/policy-blocked',
  ],
  signs: [
    { finding: 'log-store-unreachable', chance: 0.95, speaks: true },
    { finding: 'log-connection-broken', chance: 0.4, speaks: true },
    { finding: 'log-chunks-dropped', chance: 0.6, alternative: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  isOutside: ({ finding }) => isFarEndOutside(finding('log-store-unreachable')?.facts.words),
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    { id: 'see-output', commands: ({ component }) => [kubectl(component, 'get', 'configmap', '-o', 'yaml')] },
    { id: 'open-way' },
  ],
  permanent: [{ id: 'buffer-on-disk' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
