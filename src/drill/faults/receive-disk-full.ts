import { fill, giveDisks } from '../disks.ts';
import { agentPods, anyOf, logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

const WORDS = 'no space left on device';

/** All of them: one that may not write is outvoted by the other two. */
export const fault = defineFault({
  name: 'receive-disk-full',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'storage/disk-full', ...hubPart('receive') },
  inject: async (context) => {
    for (const folder of await giveDisks(context, [0, 1, 2])) await fill(context, folder);
  },
  effect: anyOf(logSays(agentPods, WORDS), logSays(receivePods, WORDS)),
});
