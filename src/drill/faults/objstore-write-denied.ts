import { allOf, logSays, receivePods } from '../effects.ts';
import { defineFault, objectStore } from '../fault.ts';
import { allowOnly } from '../objstore.ts';

export const fault = defineFault({
  name: 'objstore-write-denied',
  lab: { pipeline: 'plain' },
  visibleAfter: 480,
  expected: { mode: 'objstore/access-denied', ...objectStore },
  inject: (context) => allowOnly(context, 'Read', 'List'),
  effect: allOf(logSays(receivePods, 'upload failed'), logSays(receivePods, 'Access Denied')),
});
