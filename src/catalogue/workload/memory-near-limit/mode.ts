import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/memory-near-limit',
  level: 'surface',
  basis: 'lab-due',
  beneath: ['agent/cardinality-high', 'query/overloaded', 'remote-write/endpoint-slow', 'agent/wal-backlog'],
  whose: 'subject',
  signs: [{ finding: 'memory-near-limit', chance: 0.98, speaks: true }],
  // It still runs.
  breaks: null,
  // Once it was killed, that is the cause.
  refutedBy: ['container-oom-killed'],
  immediate: [
    { id: 'see-use', commands: ({ component }) => [kubectl(component, 'top', 'pod', '--containers')] },
    {
      id: 'raise-limit',
      commands: ({ component }) => [
        kubectl(component, 'set', 'resources', resource(component), '--limits=memory=SIZE'),
      ],
    },
  ],
  permanent: [{ id: 'find-growth' }, { id: 'size-limit' }],
  verify: [rolloutDone],
});
