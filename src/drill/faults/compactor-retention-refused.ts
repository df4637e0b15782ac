import { compactorPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Raw samples of a day: they would be gone before the 40 hours after which they are downsampled. */
export const fault = defineFault({
  name: 'compactor-retention-refused',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'compact/retention-wrong', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, (container) => {
      container.args = container.args.map((arg) =>
        arg.startsWith('--retention.resolution-raw=') ? '--retention.resolution-raw=1d' : arg,
      );
    }),
  effect: logSays(compactorPods, 'raw resolution must be higher than'),
});
