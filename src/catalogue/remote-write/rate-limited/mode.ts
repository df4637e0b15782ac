import { askQuery, configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/rate-limited',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-rate-limited', chance: 0.98, speaks: true },
    { finding: 'remote-write-rejected', chance: 0.5 },
  ],
  breaks: 'samples-refused',
  immediate: [
    {
      id: 'see-rate',
      commands: (context) =>
        askQuery(
          context,
          `sum by (${context.identityLabel}) (rate(prometheus_remote_storage_samples_total[5m]))`,
        ),
    },
    { id: 'see-config', commands: ({ component, facts }) => [configCommand(component, facts)] },
    { id: 'raise-limit' },
    { id: 'send-less' },
  ],
  permanent: [{ id: 'retry' }, { id: 'agree-limit' }],
  verify: [samplesArrive],
});
