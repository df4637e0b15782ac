import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'agent/wal-backlog',
  level: 'surface',
  beneath: [
    'remote-write/endpoint-slow',
    'remote-write/shards-saturated',
    'workload/scaled-to-zero',
    'agent/cardinality-high',
  ],
  basis: 'lab-due',
  whose: 'subject',
  signs: [{ finding: 'wal-growing', chance: 0.97, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-queue',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    { id: 'mend-far-end' },
    {
      id: 'see-volume',
      commands: ({ component }) => [kubectl(component, 'get', 'persistentvolumeclaims', '-o', 'wide')],
    },
  ],
  permanent: [{ id: 'size-volume' }],
  verify: [samplesArrive],
});
