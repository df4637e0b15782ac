import { defineControl, WHILE_STARTING } from '../control.ts';
import { agentPods, podStarts } from '../effects.ts';
import { agentKind } from '../fault.ts';
import { updateSlowly } from '../workloads.ts';

export const control = defineControl({
  name: 'agent-rollout',
  lab: { pipeline: 'plain' },
  visibleAfter: 90,
  isMoment: true,
  verdicts: WHILE_STARTING,
  happens: (context) => updateSlowly(context, agentKind(context), agentPods),
  effect: podStarts(agentPods),
});
