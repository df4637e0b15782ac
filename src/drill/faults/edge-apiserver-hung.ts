import { lasting, refusalOf } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { freeze, layoutOfCluster } from '../site.ts';

/** The API takes connections and answers none; what runs in the cluster goes on, and its samples arrive. */
export const fault = defineFault({
  name: 'edge-apiserver-hung',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'cluster/unreachable', cluster: ({ edge }) => edge, role: 'apiserver' },
  inject: (context) => freeze(context, layoutOfCluster(context, context.edge), 'kube-apiserver'),
  effect: lasting(
    20,
    async (context) =>
      (await refusalOf(context, context.edge, ['get', '--raw', '/readyz', '--request-timeout=5s'])) !== '',
  ),
});
