import { allOf, compactorPods, lasting, newEventSays, notAllReady, objectIs, waitFor } from '../effects.ts';
import { defineFault, type FaultContext, hubPart } from '../fault.ts';

const quota = ({ hub, names }: FaultContext) => ({
  cluster: hub,
  kind: 'resourcequota',
  name: `${names.namespaces.pipeline}-cpu`,
  namespace: names.namespaces.pipeline,
});

/** A quota on processors, of which there is plenty: from now on each container must say how much it may use. */
export const fault = defineFault({
  name: 'compactor-quota-unspecified',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/quota-exceeded', ...hubPart('compactor') },
  inject: async (context) => {
    const { hands, names } = context;
    const { cluster, name, namespace } = quota(context);
    await hands.create(cluster, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name, namespace },
      spec: { hard: { 'limits.cpu': '64' } },
    });
    // It holds once it was counted what is there.
    const isCounted = objectIs<{ status?: { hard?: object } }>(
      quota,
      ({ status }) => status?.hard !== undefined,
    );
    await waitFor(context, isCounted, 60);
    await hands.restart(cluster, namespace, `statefulset/${names.workloads.compactor}`);
  },
  effect: lasting(
    30,
    allOf(notAllReady(compactorPods), newEventSays(compactorPods, 'must specify limits.cpu')),
  ),
});
