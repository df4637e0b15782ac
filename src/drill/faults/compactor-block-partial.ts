import { compactOdd } from '../bucket.ts';
import { allOf, compactorPods, logSays, podSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** A block without its index: the Compactor ends. */
export const fault = defineFault({
  name: 'compactor-block-partial',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'compact/corrupt-block', ...hubPart('compactor') },
  inject: (context) => compactOdd(context, { without: 'index' }),
  effect: allOf(
    logSays(compactorPods, 'gather index issues for block'),
    podSays(compactorPods, 'CrashLoopBackOff', 'Error'),
  ),
});
