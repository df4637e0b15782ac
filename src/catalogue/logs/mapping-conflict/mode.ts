import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/mapping-conflict',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'log-mapping-refused', chance: 0.95, speaks: true },
    { finding: 'log-chunks-dropped', chance: 0.6, alternative: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-field',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=100')],
    },
    { id: 'see-mapping', commands: () => ['curl -s https://HOST:9200/INDEX/_mapping'] },
    { id: 'mend-document' },
  ],
  permanent: [{ id: 'template' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
