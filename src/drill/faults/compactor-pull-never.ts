import { compactorPods, lasting, podSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Images are said to be on the nodes beforehand, and that of the new version was not brought there. */
export const fault = defineFault({
  name: 'compactor-pull-never',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/image-unavailable', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, (container) => {
      container.image += '-hardened';
      container.imagePullPolicy = 'Never';
    }),
  effect: lasting(60, podSays(compactorPods, 'ErrImageNeverPull')),
});
