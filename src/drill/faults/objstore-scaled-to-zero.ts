import { allOf, compactorPods, logSays, noPods, objectStorePods } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'objstore-scaled-to-zero',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: {
    mode: 'workload/scaled-to-zero',
    ...objectStore,
    name: ({ names }) => names.workloads.objectStore,
  },
  inject: (context) => scaleTo(context, 'statefulset', objectStorePods, 0),
  effect: allOf(noPods(objectStorePods), logSays(compactorPods, 'connection refused')),
});
