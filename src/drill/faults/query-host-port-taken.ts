import { isRolledOut, lasting, podSays, queryPods, readyPod, waitFor } from '../effects.ts';
import { defineFault, getObject, hubPart } from '../fault.ts';
import { changeWorkload, restartInTurn } from '../workloads.ts';

/** Query has a port of its node: the pod that is to replace it finds that taken by the one that it waits for. */
export const fault = defineFault({
  name: 'query-host-port-taken',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/rollout-stuck', ...hubPart('query') },
  inject: async (context) => {
    const { cluster, namespace } = queryPods(context);
    const { name: pod } = await readyPod(context, queryPods);
    const words = ['pod', pod, '-n', namespace];
    const { spec } = await getObject<{ spec: { nodeName: string } }>(context, cluster, ...words);
    await changeWorkload(context, 'deployment', queryPods, ({ ports = [] }, { template }) => {
      for (const port of ports)
        if (port.name === context.names.portNames.http) port.hostPort = port.containerPort;
      template.spec.nodeSelector = { 'kubernetes.io/hostname': spec.nodeName };
    });
    await waitFor(context, isRolledOut('deployment', queryPods), 120);
    await restartInTurn(context, 'deployment', queryPods);
  },
  // A pod that was just made may still find its place.
  effect: lasting(60, podSays(queryPods, 'Unschedulable')),
});
