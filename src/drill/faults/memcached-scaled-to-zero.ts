import { allOf, frontendPods, logSays, memcachedPods, noPods } from '../effects.ts';
import { cache, defineFault } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'memcached-scaled-to-zero',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: { mode: 'workload/scaled-to-zero', ...cache },
  inject: (context) => scaleTo(context, 'statefulset', memcachedPods, 0),
  effect: allOf(noPods(memcachedPods), logSays(frontendPods, 'failed to lookup SRV records')),
});
