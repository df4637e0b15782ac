import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/output-tls-mismatch',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'log-tls-refused', chance: 0.95, speaks: true },
    { finding: 'log-connection-broken', chance: 0.7, speaks: true },
    { finding: 'log-store-unreachable', chance: 0.6, alternative: true },
    { finding: 'log-chunks-dropped', chance: 0.6, alternative: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    { id: 'see-output', commands: ({ component }) => [kubectl(component, 'get', 'configmap', '-o', 'yaml')] },
    { id: 'mend-tls' },
  ],
  permanent: [{ id: 'ca-from-secret' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
