import { defineControl, WHILE_STARTING } from '../control.ts';
import { podStarts, storePods } from '../effects.ts';
import { updateSlowly } from '../workloads.ts';

/** The only Store: what is in the bucket cannot be queried for half a minute. */
export const control = defineControl({
  name: 'store-rollout',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, 'statefulset', storePods),
  effect: podStarts(storePods),
});
