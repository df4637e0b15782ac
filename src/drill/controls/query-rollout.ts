import { defineControl, WHILE_STARTING } from '../control.ts';
import { podStarts, queryPods } from '../effects.ts';
import { updateSlowly } from '../workloads.ts';

/** The old pod answers until the new one is ready. */
export const control = defineControl({
  name: 'query-rollout',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, 'deployment', queryPods),
  effect: podStarts(queryPods),
});
