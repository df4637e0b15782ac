import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { edgeSilent, routerPods } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

/** The Ingress and its Service are there, and no pod behind them: Traefik takes no way that leads to none, and says 404. */
export const fault = defineFault({
  name: 'router-scaled-to-zero',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: () => RENDERED.router,
  },
  inject: (context) => scaleTo(context, 'deployment', routerPods, 0),
  effect: edgeSilent('HTTP status 404'),
});
