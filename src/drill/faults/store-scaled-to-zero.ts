import { noPods, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'store-scaled-to-zero',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/scaled-to-zero', ...hubPart('store') },
  inject: (context) => scaleTo(context, 'statefulset', storePods, 0),
  effect: noPods(storePods),
});
