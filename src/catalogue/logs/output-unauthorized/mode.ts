import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/output-unauthorized',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'log-shipping-unauthorized', chance: 0.95, speaks: true },
    { finding: 'log-chunks-dropped', chance: 0.6, alternative: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'see-credentials',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'grant' },
  ],
  permanent: [{ id: 'own-user' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
