import { nodesOf } from '../../lab/layout.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { layoutOfCluster, loseRoute } from '../site.ts';

/** The route between the sites is gone, both ways; each cluster lives, and answers whoever asks it directly. */
export const fault = defineFault({
  name: 'edge-link-lost',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'network/link-lost', cluster: ({ edge }) => edge, role: 'apiserver' },
  inject: async (context) => {
    const hub = nodesOf(layoutOfCluster(context, context.hub));
    const edge = layoutOfCluster(context, context.edge);
    for (const node of hub) {
      await loseRoute(context, edge, node.nodeAddress);
      await loseRoute(context, node, edge.nodeAddress);
    }
  },
  effect: edgeSilent('no route to host'),
});
