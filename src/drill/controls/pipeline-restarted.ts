import { defineControl } from '../control.ts';
import {
  allOf,
  compactorPods,
  isRolledOut,
  queryPods,
  readySince,
  receivePods,
  storePods,
} from '../effects.ts';
import { restartInTurn } from '../workloads.ts';

/** `kubectl rollout restart` of everything in the hub, all done. */
export const control = defineControl({
  name: 'pipeline-restarted',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  happens: async (context) => {
    for (const part of [receivePods, storePods, compactorPods])
      await restartInTurn(context, 'statefulset', part);
    await restartInTurn(context, 'deployment', queryPods);
  },
  effect: allOf(
    ...[receivePods, storePods, compactorPods, queryPods].map((part) => readySince(part, 360)),
    isRolledOut('statefulset', receivePods),
    isRolledOut('deployment', queryPods),
  ),
});
