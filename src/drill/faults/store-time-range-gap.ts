import { archive, archived } from '../bucket.ts';
import { allOf, queryGives, queryLacks, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** There are blocks of three days ago; the Store is told to serve what is older, and Receive has what is younger. */
export const fault = defineFault({
  name: 'store-time-range-gap',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'store/time-range-gap', ...hubPart('store') },
  inject: async (context) => {
    await archive(context, [{ hoursAgo: 144 }, { hoursAgo: 72 }]);
    await changeWorkload(context, 'statefulset', storePods, (container) => {
      container.args.push('--max-time=-5d');
    });
  },
  effect: allOf(
    queryGives(() => archived(6)),
    queryLacks(() => archived(3)),
  ),
});
