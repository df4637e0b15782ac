import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { noPods, operatorPods } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { scaleTo } from '../workloads.ts';

export const fault = defineFault({
  name: 'operator-not-running',
  lab: { pipeline: 'rendered' },
  visibleAfter: 120,
  expected: {
    mode: 'operator/not-running',
    cluster: ({ edge }) => edge,
    role: 'operator',
    name: () => RENDERED.operator,
  },
  inject: (context) => scaleTo(context, 'deployment', operatorPods, 0),
  effect: noPods(operatorPods),
});
