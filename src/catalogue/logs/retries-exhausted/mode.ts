import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/retries-exhausted',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'log-chunks-dropped', chance: 0.95, speaks: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    {
      id: 'raise-limit',
      commands: ({ component }) => [kubectl(component, 'get', 'configmap', '-o', 'yaml')],
    },
  ],
  permanent: [{ id: 'buffer-on-disk' }, { id: 'watch-drops' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
