import { RENDERED } from '../../lab/pipeline/rendered/names.ts';
import { logSays, operatorPods } from '../effects.ts';
import { defineFault } from '../fault.ts';

/**
 * A kind of which there is no object, so that nothing goes with it; an operator that starts without it waits for it, and
 * follows no resource of any kind.
 */
export const fault = defineFault({
  name: 'operator-crd-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 180,
  expected: {
    mode: 'operator/crd-missing',
    cluster: ({ edge }) => edge,
    role: 'operator',
    name: () => RENDERED.operator,
  },
  inject: async (context) => {
    const { hands } = context;
    const { cluster, namespace, name } = operatorPods(context);
    await hands.remove(cluster, { kind: 'customresourcedefinition', name: 'probes.monitoring.coreos.com' });
    await hands.restart(cluster, namespace, `deployment/${name}`);
  },
  effect: logSays(operatorPods, 'could not find the requested resource'),
});
