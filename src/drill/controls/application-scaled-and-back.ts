import { defineControl } from '../control.ts';
import { allOf, allReady, applicationPods, newEventSays, waitFor } from '../effects.ts';
import { scaleTo } from '../workloads.ts';

/** As an autoscaler does: two replicas for a while, and one again. */
export const control = defineControl({
  name: 'application-scaled-and-back',
  visibleAfter: 60,
  happens: async (context) => {
    await scaleTo(context, 'deployment', applicationPods, 2);
    await waitFor(context, allReady(applicationPods, 2), 120);
    await scaleTo(context, 'deployment', applicationPods, 1);
  },
  effect: allOf(allReady(applicationPods, 1), newEventSays(applicationPods, 'Scaled down')),
});
