import { nodeNotReady } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { secondNode } from '../nodes.ts';
import { cutOff } from '../site.ts';

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
