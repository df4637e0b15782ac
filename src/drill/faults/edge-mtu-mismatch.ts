import { nodesOf } from '../../lab/layout.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { dropForwarded, layoutOfCluster } from '../site.ts';

/** The nodes believe in 1500 bytes. */
const PATH_MTU = 1300;

/** As behind a tunnel whose routers drop what does not fit, and do not say so. */
export const fault = defineFault({
  name: 'edge-mtu-mismatch',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'network/mtu-mismatch', ...edgeAgent },
  inject: async (context) => {
    const edge = layoutOfCluster(context, context.edge);
    for (const { nodeAddress } of nodesOf(layoutOfCluster(context, context.hub)))
      for (const direction of ['-s', '-d'])
        await dropForwarded(
          context,
          edge,
          ...[direction, nodeAddress, '-m', 'length', '--length', `${PATH_MTU + 1}:65535`],
        );
  },
  effect: edgeSilent('context deadline exceeded', 'i/o timeout'),
});
