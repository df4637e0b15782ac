import { defineControl } from '../control.ts';
import { allOf, waitFor } from '../effects.ts';
import { kubectlCommand } from '../fault.ts';
import { drain, hubIsWhole, nodeTakesPods, secondNode } from '../nodes.ts';

/** Drained, and let in again: it is nearly empty until something is scheduled. */
export const control = defineControl({
  name: 'hub-node-back',
  lab: { pipeline: 'plain', hubNodes: 2 },
  visibleAfter: 60,
  happens: async (context) => {
    const node = secondNode(context);
    await drain(context, node);
    await waitFor(context, hubIsWhole, 180);
    await context.hands.command(kubectlCommand(context, node.name, 'uncordon', node.nodeName), ['true']);
  },
  effect: allOf(nodeTakesPods(secondNode, true), hubIsWhole),
});
