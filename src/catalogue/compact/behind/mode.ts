import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'compact/behind',
  level: 'surface',
  basis: 'lab-due',
  whose: 'subject',
  signs: [{ finding: 'compact-backlog', chance: 0.95, speaks: true }],
  breaks: null,
  beneath: [
    'compact/halted-overlap',
    'compact/corrupt-block',
    'workload/cpu-starved',
    'storage/disk-full',
    'workload/oom-killed',
    'objstore/throttled',
  ],
  immediate: [
    {
      id: 'see-backlog',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=200')],
    },
    {
      id: 'see-use',
      commands: ({ component }) => [kubectl(component, 'top', 'pod', '--containers')],
    },
    { id: 'more-work' },
  ],
  permanent: [{ id: 'shard' }],
  verify: [
    {
      id: 'goes-on',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
  ],
});
