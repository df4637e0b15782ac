import { allOf, compactorPods, logSays, podSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Every volume was made read-only, as the one of the configuration is: also that in which it works. */
export const fault = defineFault({
  name: 'compactor-volume-readonly',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/volume-permission', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, ({ volumeMounts = [] }) => {
      for (const mount of volumeMounts) mount.readOnly = true;
    }),
  effect: allOf(
    podSays(compactorPods, 'CrashLoopBackOff', 'Error'),
    logSays(compactorPods, 'read-only file system'),
  ),
});
