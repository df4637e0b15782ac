import { logSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A flag that a newer version has. */
export const fault = defineFault({
  name: 'store-flag-unknown',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/config-invalid', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, ({ args }) => {
      args.push('--store.limits.request-bytes=1GB');
    }),
  effect: logSays(storePods, 'unknown long flag'),
});
