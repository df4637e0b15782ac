import { defineFault } from '../fault.ts';
import { linkState } from '../site.ts';

/** Not by kubectl: the cluster's uplink is taken away, as when a site loses its network. */
export const fault = defineFault({
  name: 'edge-unreachable',
  visibleAfter: 75,
  expected: { mode: 'cluster/unreachable', cluster: ({ edge }) => edge, role: 'apiserver' },
  inject: (context) => linkState(context, context.edge, 'down'),
  revert: (context) => linkState(context, context.edge, 'up'),
});
