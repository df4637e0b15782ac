import { archive, archived } from '../bucket.ts';
import { defineControl } from '../control.ts';
import { allOf, compactorPods, logSays, queryGives } from '../effects.ts';

/** Two blocks of each two hours of half a day, three days ago: of a pair of writers. */
const BLOCKS = [72, 74, 76, 78, 80, 82].flatMap((hoursAgo) => [{ hoursAgo }, { hoursAgo }]);

/** An archive is moved into the bucket, and the Compactor makes one block of each two. */
export const control = defineControl({
  name: 'blocks-compacted',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  happens: (context) => archive(context, BLOCKS),
  effect: allOf(
    queryGives(() => archived(3)),
    logSays(compactorPods, 'compacted blocks'),
  ),
});
