import { defineControl, WHILE_STARTING } from '../control.ts';
import { agentPods, readySince } from '../effects.ts';
import { replacePods } from '../workloads.ts';

/** Ready since some seconds: it has scraped hardly anything, and has sent less. */
export const control = defineControl({
  name: 'agent-started-anew',
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => replacePods(context, agentPods),
  effect: readySince(agentPods, 120),
});
