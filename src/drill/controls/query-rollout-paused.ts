import { defineControl } from '../control.ts';
import { objectIs, queryPods } from '../effects.ts';
import { changeWorkload, restartInTurn } from '../workloads.ts';

interface Deployment {
  spec: { paused?: boolean };
  status: { updatedReplicas?: number; readyReplicas?: number; conditions?: { reason?: string }[] };
}

/** `kubectl rollout pause`, and a change that waits for `resume`. */
export const control = defineControl({
  name: 'query-rollout-paused',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  happens: async (context) => {
    await changeWorkload(context, 'deployment', queryPods, (_, spec) => {
      spec.paused = true;
    });
    await restartInTurn(context, 'deployment', queryPods);
  },
  effect: objectIs<Deployment>(
    (context) => ({ kind: 'deployment', ...queryPods(context) }),
    ({ spec, status }) =>
      spec.paused === true &&
      status.readyReplicas === 1 &&
      (status.updatedReplicas ?? 0) === 0 &&
      (status.conditions ?? []).some(({ reason }) => reason === 'DeploymentPaused'),
  ),
});
