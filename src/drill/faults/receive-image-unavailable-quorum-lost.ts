import { agentPods, allOf, logSays, podSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** An update in steps that leaves the first replica as it was: two of three do not start. */
export const fault = defineFault({
  name: 'receive-image-unavailable-quorum-lost',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/image-unavailable', ...hubPart('receive') },
  inject: async (context) => {
    const { hands, hub, names } = context;
    await changeWorkload(context, 'statefulset', receivePods, (container, spec) => {
      spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: 1 } };
      container.image = `${names.registry}/thanos:v9.9.9`;
    });
    // The controller itself would wait for the last pod before it goes on to the next.
    await hands.restart(hub, names.namespaces.pipeline, `statefulset/${names.workloads.receive}`);
  },
  effect: allOf(
    podSays(receivePods, 'ErrImagePull', 'ImagePullBackOff'),
    logSays(agentPods, 'HTTP status 503'),
  ),
});
