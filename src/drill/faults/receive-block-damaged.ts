import { allOf, logSays, notAllReady, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { damageBlocks } from '../receive-data.ts';

/** Receive says what it met, and hangs on: alive, and not ready. */
export const fault = defineFault({
  name: 'receive-block-damaged',
  lab: { pipeline: 'plain' },
  visibleAfter: 600,
  expected: { mode: 'receive/tsdb-corrupt', ...hubPart('receive') },
  inject: (context) => damageBlocks(context, 1),
  effect: allOf(notAllReady(receivePods), logSays(receivePods, 'opening storage: ')),
});
