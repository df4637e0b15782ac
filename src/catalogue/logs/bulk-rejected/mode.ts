import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'logs/bulk-rejected',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'log-bulk-refused', chance: 0.95, speaks: true },
    { finding: 'log-chunks-dropped', chance: 0.6, alternative: true },
    { finding: 'log-outputs-failing', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-store',
      commands: () => [
        'curl -s https://HOST:9200/_cat/thread_pool/write?v',
        'curl -s https://HOST:9200/_cat/allocation?v',
      ],
    },
    { id: 'free-disk' },
    { id: 'send-less' },
  ],
  permanent: [{ id: 'size-store' }, { id: 'retention' }],
  verify: [
    {
      id: 'sent-again',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
