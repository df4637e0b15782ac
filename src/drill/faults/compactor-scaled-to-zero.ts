import { compactorPods, noPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'compactor-scaled-to-zero',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/scaled-to-zero', ...hubPart('compactor') },
  inject: (context) => scaleTo(context, 'statefulset', compactorPods, 0),
  effect: noPods(compactorPods),
});
