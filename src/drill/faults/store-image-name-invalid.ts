import { lasting, podSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A name that no registry could have: the runtime is not even asked. */
export const fault = defineFault({
  name: 'store-image-name-invalid',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/image-unavailable', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (container) => {
      container.image = container.image.replace(/:([^:/]*)$/, ':Release $1');
    }),
  effect: lasting(60, podSays(storePods, 'InvalidImageName')),
});
