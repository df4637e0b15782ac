import { askQuery, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/samples-too-old',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-out-of-bounds', chance: 0.98, speaks: true },
    { finding: 'writer-clock-ahead', chance: 0.5, speaks: true, alternative: true },
    { finding: 'remote-write-conflict', chance: 0.9, speaks: true, alternative: true },
    { finding: 'remote-write-rejected', chance: 0.9, speaks: true, alternative: true },
  ],
  breaks: 'samples-partly-refused',
  variant: ({ has }) => (has('writer-clock-ahead') ? 'clock' : null),
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    {
      id: 'see-times',
      commands: (context) =>
        askQuery(
          context,
          `time() - max by (${context.identityLabel}) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds)`,
        ),
    },
    { id: 'see-clock' },
  ],
  permanent: [{ id: 'keep-time' }, { id: 'limit-age' }],
  verify: [samplesArrive],
});
