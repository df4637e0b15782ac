import { kubectl } from '../../commands.ts';
import { defineMode, type Situation } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/unschedulable',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'pod-unschedulable', chance: 0.99, speaks: true },
    { finding: 'pods-not-ready', chance: 0.95, alternative: true },
    { finding: 'rollout-stalled', chance: 0.9, alternative: true },
  ],
  breaks: 'down',
  // An update whose extra pod finds no place, while the old ones run: workload/rollout-stuck.
  applies: ({ has, finding }) => !has('dns-silent') && finding('rollout-stalled')?.facts.isSurge !== 1,
  toldBy: () => ['rollout-stalled'],
  variant,
  immediate: [
    {
      id: 'see-reason',
      commands: ({ component, facts }) => [
        kubectl(
          component,
          ...(facts.pod ? ['describe', 'pod', String(facts.pod)] : ['get', 'events']),
          ...(facts.pod ? [] : ['--field-selector=reason=FailedScheduling']),
        ),
      ],
    },
    {
      id: 'see-nodes',
      commands: ({ component }) => [kubectl({ ...component, namespace: null }, 'describe', 'nodes')],
    },
    {
      id: 'uncordon',
      commands: ({ component, variant: why }) =>
        why === 'cordoned' ? [kubectl({ ...component, namespace: null }, 'uncordon', 'NODE')] : [],
    },
    { id: 'make-room' },
  ],
  permanent: [{ id: 'size-requests' }, { id: 'autoscale' }],
  verify: [rolloutDone, samplesArrive],
});

/** What kept the nodes from taking it, as the scheduler put it. */
function variant({ finding }: Situation): string | null {
  const why = finding('pod-unschedulable')?.facts.reason;
  return typeof why === 'string' && why !== '' ? why : null;
}
