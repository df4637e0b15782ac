import { defineControl } from '../control.ts';
import { agentFinds, allOf, arrivesWithin } from '../effects.ts';
import { freeNodePort, putGatewayBefore } from '../stand-in.ts';

/** A third of a second to each answer, as from another continent: one shard keeps up with that. */
export const control = defineControl({
  name: 'remote-write-distant',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  happens: (context) => putGatewayBefore(context, '-status=0', '-delay=300ms'),
  effect: allOf(
    agentFinds((context) => `:${freeNodePort(context)}/`),
    arrivesWithin(30, ({ edge }) => edge),
  ),
});
