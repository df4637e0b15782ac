import { defineControl } from '../control.ts';
import { agentPods, allOf, noPods, silentFor } from '../effects.ts';
import { agentKind } from '../fault.ts';
import { pause } from '../workloads.ts';

/** A site is closed for a week, as everybody can read. That nothing comes from it is true all the same. */
export const control = defineControl({
  name: 'agent-paused',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  verdicts: ['healthy', 'degraded', 'down'],
  happens: (context) => pause(context, agentKind(context), agentPods, 'the site is closed until Monday'),
  effect: allOf(
    noPods(agentPods),
    silentFor(90, ({ edge }) => edge),
  ),
});
