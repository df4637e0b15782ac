import { defineControl } from '../control.ts';
import { allOf, allReady, objectIs, receivePods } from '../effects.ts';
import { changeWorkload, restartInTurn } from '../workloads.ts';

interface StatefulSet {
  status: { currentRevision: string; updateRevision: string; updatedReplicas?: number };
}

/** An update in steps: the last replica has it, and the others wait until somebody lowers the partition. */
export const control = defineControl({
  name: 'receive-update-staged',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  happens: async (context) => {
    await changeWorkload(context, 'statefulset', receivePods, (_, spec) => {
      spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: spec.replicas - 1 } };
    });
    await restartInTurn(context, 'statefulset', receivePods);
  },
  effect: allOf(
    allReady(receivePods, 3),
    objectIs<StatefulSet>(
      (context) => ({ kind: 'statefulset', ...receivePods(context) }),
      ({ status }) => status.updateRevision !== status.currentRevision && status.updatedReplicas === 1,
    ),
  ),
});
