import { podSays, queryPods, readyPod } from '../effects.ts';
import { defineFault, getObject, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A second pod comes before the first may go, and the two may not share the only node that is allowed. */
export const fault = defineFault({
  name: 'query-rollout-stuck',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/rollout-stuck', ...hubPart('query') },
  inject: async (context) => {
    const { cluster, namespace, name } = queryPods(context);
    const { name: pod } = await readyPod(context, queryPods);
    const words = ['pod', pod, '-n', namespace];
    const { spec } = await getObject<{ spec: { nodeName: string } }>(context, cluster, ...words);
    await changeWorkload(context, 'deployment', queryPods, (_, { template }) => {
      template.spec.nodeSelector = { 'kubernetes.io/hostname': spec.nodeName };
      template.spec.affinity = {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            {
              labelSelector: { matchLabels: { [context.names.labelKeys.name]: name } },
              topologyKey: 'kubernetes.io/hostname',
            },
          ],
        },
      };
    });
  },
  effect: podSays(queryPods, 'Unschedulable'),
});
