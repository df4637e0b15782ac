import { defineControl, WHILE_STARTING } from '../control.ts';
import { podStarts, receivePods } from '../effects.ts';
import { updateSlowly } from '../workloads.ts';

/** One replica after the other: two of three are a quorum all the time. */
export const control = defineControl({
  name: 'receive-rollout',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, 'statefulset', receivePods),
  effect: podStarts(receivePods),
});
