import { compactorPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Raw samples are kept for a month, what is made of them for a year, and nothing is made of them. */
export const fault = defineFault({
  name: 'compactor-not-downsampling',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'compact/retention-wrong', ...hubPart('compactor') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', compactorPods, (container) => {
      container.args.push('--downsampling.disable');
    }),
  effect: logSays(compactorPods, 'downsampling was explicitly disabled'),
});
