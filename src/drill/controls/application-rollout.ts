import { defineControl, WHILE_STARTING } from '../control.ts';
import { applicationPods, podStarts } from '../effects.ts';
import { updateSlowly } from '../workloads.ts';

export const control = defineControl({
  name: 'application-rollout',
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, 'deployment', applicationPods),
  effect: podStarts(applicationPods),
});
