import { defineControl } from '../control.ts';
import { applicationPods, noPods } from '../effects.ts';
import { pause } from '../workloads.ts';

/** A target that is gone by intent. */
export const control = defineControl({
  name: 'application-paused',
  visibleAfter: 90,
  happens: (context) => pause(context, 'deployment', applicationPods, 'the shop opens in May'),
  effect: noPods(applicationPods),
});
