import { defineControl } from '../control.ts';
import { noPods, operatorPods } from '../effects.ts';
import { pause } from '../workloads.ts';

export const control = defineControl({
  name: 'operator-paused',
  lab: { pipeline: 'rendered' },
  visibleAfter: 90,
  happens: (context) => pause(context, 'deployment', operatorPods, 'frozen for the audit'),
  effect: noPods(operatorPods),
});
