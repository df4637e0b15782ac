import { defineControl } from '../control.ts';
import type { FaultContext } from '../fault.ts';
import { cordon, nodeTakesPods } from '../nodes.ts';
import { layoutOfCluster } from '../site.ts';

const node = (context: FaultContext) => layoutOfCluster(context, context.edge);

/** Before work on it: what is there goes on. */
export const control = defineControl({
  name: 'edge-node-cordoned',
  visibleAfter: 60,
  happens: (context) => cordon(context, node(context)),
  effect: nodeTakesPods(node, false),
});
