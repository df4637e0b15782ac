import { compactorPods, isRolledOut } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'compactor-twice',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'compact/multiple-running', ...hubPart('compactor') },
  inject: (context) => scaleTo(context, 'statefulset', compactorPods, 2),
  effect: isRolledOut('statefulset', compactorPods),
});
