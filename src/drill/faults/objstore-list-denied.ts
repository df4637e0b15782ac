import { allOf, logSays, storePods } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { allowOnly } from '../objstore.ts';

/** The Store goes on with the blocks that it knows, and learns of no others. */
export const fault = defineFault({
  name: 'objstore-list-denied',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'objstore/access-denied', ...objectStore },
  inject: (context) => allowOnly(context, 'Read', 'Write', 'Tagging'),
  effect: allOf(logSays(storePods, 'syncing blocks failed'), logSays(storePods, 'Access Denied')),
});
