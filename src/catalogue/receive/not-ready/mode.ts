import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/not-ready',
  level: 'surface',
  beneath: [
    'receive/hashring-mismatch',
    'receive/tsdb-corrupt',
    'storage/disk-full',
    'workload/cpu-starved',
    'workload/probe-failing',
  ],
  basis: 'lab-due',
  whose: 'subject',
  signs: [
    { finding: 'receive-unready-long', chance: 0.98, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'no-ready-pods', chance: 0.4, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    {
      id: 'see-log',
      commands: ({ component, facts }) => [logs(component, facts, '--tail=100')],
    },
    {
      id: 'see-probe',
      commands: ({ component }) => [kubectl(component, 'describe', resource(component))],
    },
  ],
  permanent: [{ id: 'shorter-replay' }, { id: 'startup-probe' }],
  verify: [rolloutDone, samplesArrive],
});
