import { configMap } from '../../lab/pipeline/objects.ts';
import { compactorPods, lasting, podSays } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A variable comes from a ConfigMap that is there, and has the key under another name. */
export const fault = defineFault({
  name: 'compactor-env-key-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/config-object-missing', ...hubPart('compactor') },
  inject: async (context) => {
    const { cluster, namespace, name } = compactorPods(context);
    const settings = `${name}-settings`;
    await context.hands.create(cluster, configMap(settings, namespace, { 'go-gc': '75' }));
    await changeWorkload(context, 'statefulset', compactorPods, (container) => {
      const valueFrom = { configMapKeyRef: { name: settings, key: 'gogc' } };
      container.env = [...(container.env ?? []), { name: 'GOGC', valueFrom }];
    });
  },
  effect: lasting(60, podSays(compactorPods, 'CreateContainerConfigError')),
});
