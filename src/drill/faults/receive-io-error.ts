import { breakDisk, giveDisks } from '../disks.ts';
import { logSays, receivePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** The disk of one Receive; the other two take the samples, and it says only now and then that it cannot write. */
export const fault = defineFault({
  name: 'receive-io-error',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'storage/io-error', ...hubPart('receive') },
  inject: async (context) => {
    for (const folder of await giveDisks(context, [0])) await breakDisk(context, folder);
  },
  effect: logSays(receivePods, 'read-only file system'),
});
