import { nodeNotReady } from '../effects.ts';
import { defineFault, type FaultContext } from '../fault.ts';
import { cutOff, layoutOfCluster } from '../site.ts';

/** The hub's second node. */
function secondNode(context: FaultContext) {
  const [node] = layoutOfCluster(context, context.hub).workers;
  if (!node) throw new Error('the hub has one node');
  return node;
}

export const fault = defineFault({
  name: 'hub-node-lost',
  lab: { hubNodes: 2 },
  visibleAfter: 180,
  expected: {
    mode: 'workload/node-lost',
    cluster: ({ hub }) => hub,
    role: 'node',
    name: (context) => secondNode(context).nodeName,
  },
  inject: (context) => cutOff(context, secondNode(context)),
  effect: nodeNotReady((context) => ({ cluster: context.hub, name: secondNode(context).nodeName })),
});
