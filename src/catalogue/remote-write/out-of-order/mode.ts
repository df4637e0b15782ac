import { askQuery, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/out-of-order',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-out-of-order', chance: 0.98, speaks: true },
    { finding: 'remote-write-conflict', chance: 0.9, speaks: true, alternative: true },
    { finding: 'remote-write-rejected', chance: 0.9, speaks: true, alternative: true },
  ],
  // Then two writers, or two series made one, are why the order is lost.
  refutedBy: ['writers-identical', 'write-labels-collapse'],
  breaks: 'samples-partly-refused',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    {
      id: 'see-rate',
      commands: (context) =>
        askQuery(context, 'sum by (tenant) (rate(prometheus_tsdb_out_of_order_samples_total[5m]))'),
    },
    { id: 'find-second' },
  ],
  permanent: [{ id: 'allow-window' }, { id: 'own-labels' }],
  verify: [samplesArrive],
});
