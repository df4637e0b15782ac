import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/quorum-lost',
  level: 'surface',
  beneath: [
    'workload/oom-killed',
    'workload/scaled-to-zero',
    'network/name-not-found',
    'receive/hashring-mismatch',
  ],
  basis: 'lab-due',
  whose: 'subject',
  signs: [
    { finding: 'quorum-unreached', chance: 0.97, speaks: true },
    { finding: 'pods-not-ready', chance: 0.6 },
  ],
  breaks: 'not-replicated',
  // Why the replicas are missing is the cause. It is said here only where the pods could not be looked at.
  applies: ({ finding }) => finding('pods-not-ready')?.state === 'unknown',
  immediate: [
    { id: 'see-pods', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
  ],
  permanent: [
    {
      id: 'spread',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
  ],
  verify: [rolloutDone, samplesArrive],
});
