import { defineControl } from '../control.ts';
import { cordon, nodeTakesPods, secondNode } from '../nodes.ts';

export const control = defineControl({
  name: 'hub-node-cordoned',
  lab: { hubNodes: 2 },
  visibleAfter: 60,
  happens: (context) => cordon(context, secondNode(context)),
  effect: nodeTakesPods(secondNode, false),
});
