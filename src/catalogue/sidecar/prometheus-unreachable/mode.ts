import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'sidecar/prometheus-unreachable',
  level: 'surface',
  beneath: [
    'workload/oom-killed',
    'workload/config-invalid',
    'agent/wal-corrupt',
    'storage/disk-full',
    'workload/probe-failing',
  ],
  // Its Prometheus is ready beside it: nothing deeper keeps it from answering.
  isOutside: ({ finding }) => finding('sidecar-cut-off')?.facts.isServed === 1,
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'sidecar-cut-off', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.6, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'see-prometheus',
      commands: ({ component, facts }) => [
        kubectl(component, 'get', 'pods', '-o', 'wide'),
        logs(component, facts, '-c', 'prometheus', '--tail=50'),
      ],
    },
    {
      id: 'see-url',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
  ],
  permanent: [{ id: 'fit-prefix' }],
  verify: [rolloutDone, samplesArrive],
});
