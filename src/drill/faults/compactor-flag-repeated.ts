import { compactorPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A setting was added, and stood there already. */
export const fault = defineFault({
  name: 'compactor-flag-repeated',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/config-invalid', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, ({ args }) => {
      args.push('--wait-interval=10m');
    }),
  effect: logSays(compactorPods, 'cannot be repeated'),
});
