import type { KubernetesObject } from '../../lab/pipeline/objects.ts';
import { defineControl } from '../control.ts';
import { objectIs, receivePods } from '../effects.ts';

const LABEL = { 'cost-centre': 'c-1138' };

/** On a workload, its Service and its ConfigMap, and not on what selects anything. */
export const control = defineControl({
  name: 'labels-added',
  lab: { pipeline: 'plain' },
  visibleAfter: 30,
  happens: async (context) => {
    const { hands, hub, names } = context;
    const { pipeline: namespace } = names.namespaces;
    for (const [kind, name] of [
      ['statefulset', names.workloads.receive],
      ['service', names.services.receive],
      ['configmap', names.objects.hashring],
    ] as const)
      await hands.change(hub, { kind, namespace, name }, ({ metadata }) => {
        metadata.labels = { ...metadata.labels, ...LABEL };
        metadata.annotations = { ...metadata.annotations, 'docs.example/owner': 'platform' };
      });
  },
  effect: objectIs<KubernetesObject>(
    (context) => ({ kind: 'statefulset', ...receivePods(context) }),
    ({ metadata }) => metadata.labels?.['cost-centre'] === LABEL['cost-centre'],
  ),
});
