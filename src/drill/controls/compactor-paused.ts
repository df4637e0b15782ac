import { defineControl } from '../control.ts';
import { compactorPods, noPods } from '../effects.ts';
import { pause } from '../workloads.ts';

export const control = defineControl({
  name: 'compactor-paused',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  happens: (context) => pause(context, 'statefulset', compactorPods, 'the bucket moves until Friday'),
  effect: noPods(compactorPods),
});
