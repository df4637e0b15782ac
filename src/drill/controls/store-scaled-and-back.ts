import { defineControl } from '../control.ts';
import { allOf, allReady, newEventSays, storePods, waitFor } from '../effects.ts';
import { scaleTo } from '../workloads.ts';

/** A second Store for an evening: Query, which had found it, is told that it is not there any more. */
export const control = defineControl({
  name: 'store-scaled-and-back',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  happens: async (context) => {
    await scaleTo(context, 'statefulset', storePods, 2);
    await waitFor(context, allReady(storePods, 2), 120);
    await scaleTo(context, 'statefulset', storePods, 1);
  },
  effect: allOf(allReady(storePods, 1), newEventSays(storePods, 'delete Pod')),
});
