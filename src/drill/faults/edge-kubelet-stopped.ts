import { nodeNotReady } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { freeze, layoutOfCluster } from '../site.ts';

/** The only node of a cluster: its pods go on, and nobody is told of them any more. */
export const fault = defineFault({
  name: 'edge-kubelet-stopped',
  visibleAfter: 180,
  expected: {
    mode: 'workload/node-lost',
    cluster: ({ edge }) => edge,
    role: 'node',
    name: (context) => layoutOfCluster(context, context.edge).nodeName,
  },
  inject: (context) => freeze(context, layoutOfCluster(context, context.edge), 'kubelet'),
  effect: nodeNotReady((context) => ({
    cluster: context.edge,
    name: layoutOfCluster(context, context.edge).nodeName,
  })),
});
