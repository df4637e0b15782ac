import { kubectl, resource } from '../../commands.ts';
import { farEnd } from '../../far-end.ts';
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
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'quorum-unreached', chance: 0.97, speaks: true },
    { finding: 'pods-not-ready', chance: 0.6 },
  ],
  breaks: 'not-replicated',
  // Why the replicas are missing is the cause. It is said here only where the pods could not be looked at, by Receive's
  // own words or by what it answers to those who write.
  isOutside: (situation) => situation.subject.type === 'link' && farEnd(situation) === 'outside',
  applies: (situation) =>
    situation.subject.type === 'link'
      ? farEnd(situation) !== 'seen'
      : situation.finding('pods-not-ready')?.state === 'unknown',
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
