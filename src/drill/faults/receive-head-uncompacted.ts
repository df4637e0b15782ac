import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { limitOpenFiles } from '../receive-data.ts';

/** Nothing of its disk is full or damaged: it may not open the files of a further block. */
export const fault = defineFault({
  name: 'receive-head-uncompacted',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'receive/head-compaction-failing', ...hubPart('receive') },
  inject: (context) => limitOpenFiles(context, 1),
  effect: logSays(receivePods, 'persist head block'),
});
