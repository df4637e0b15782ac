import { defineControl } from '../control.ts';
import { allReady, queryPods } from '../effects.ts';
import { scaleTo } from '../workloads.ts';

export const control = defineControl({
  name: 'query-scaled-up',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  happens: (context) => scaleTo(context, 'deployment', queryPods, 2),
  effect: allReady(queryPods, 2),
});
