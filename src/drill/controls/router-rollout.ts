import { defineControl, WHILE_STARTING } from '../control.ts';
import { podStarts, routerPods } from '../effects.ts';
import { updateSlowly } from '../workloads.ts';

export const control = defineControl({
  name: 'router-rollout',
  lab: { pipeline: 'rendered' },
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, 'deployment', routerPods),
  effect: podStarts(routerPods),
});
