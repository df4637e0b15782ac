import { compactOdd } from '../bucket.ts';
import { compactorPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** Bytes of a chunk are not those that were written: the Compactor halts. */
export const fault = defineFault({
  name: 'compactor-block-damaged',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'compact/corrupt-block', ...hubPart('compactor') },
  inject: (context) => compactOdd(context, { damage: 'chunk-bytes' }),
  effect: logSays(compactorPods, 'cannot populate chunk'),
});
