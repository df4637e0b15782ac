import { compactOdd } from '../bucket.ts';
import { compactorPods, logSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

export const fault = defineFault({
  name: 'compactor-chunks-out-of-order',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'compact/halted-out-of-order', ...hubPart('compactor') },
  inject: (context) => compactOdd(context, { damage: 'chunk-order' }),
  effect: logSays(compactorPods, 'out-of-order chunks'),
});
