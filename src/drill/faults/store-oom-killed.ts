import { podSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { starveOfMemory } from '../workloads.ts';

export const fault = defineFault({
  name: 'store-oom-killed',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/oom-killed', ...hubPart('store'), variant: 'limit-too-small' },
  inject: (context) => starveOfMemory(context, 'statefulset', storePods),
  effect: podSays(storePods, 'OOMKilled'),
});
