import { defineControl } from '../control.ts';
import { allOf } from '../effects.ts';
import { drain, hubIsWhole, nodeTakesPods, secondNode } from '../nodes.ts';

/** All that was there runs on the other node, and this one waits for its work to be done. */
export const control = defineControl({
  name: 'hub-node-drained',
  lab: { pipeline: 'plain', hubNodes: 2 },
  visibleAfter: 180,
  happens: (context) => drain(context, secondNode(context)),
  effect: allOf(nodeTakesPods(secondNode, false), hubIsWhole),
});
