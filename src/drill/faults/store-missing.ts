import { allOf, noPods, storeFails, storePods } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** Its Service stays, and Query asks there. */
export const fault = defineFault({
  name: 'store-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/missing', cluster: ({ hub }) => hub, role: 'store' },
  inject: (context) => {
    const { cluster, ...ref } = storePods(context);
    return context.hands.remove(cluster, { kind: 'statefulset', ...ref });
  },
  effect: allOf(noPods(storePods), storeFails('store')),
});
