import { allOf, newEventSays, notAllReady, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const MEMORY = '1Gi';

/** The namespace gets a quota, in which all fits that runs, and Store asks for more than is left of it. */
export const fault = defineFault({
  name: 'store-quota-exceeded',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/quota-exceeded', ...hubPart('store') },
  inject: async (context) => {
    const { cluster, namespace } = storePods(context);
    await context.hands.create(cluster, {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: `${namespace}-memory`, namespace },
      spec: { hard: { 'requests.memory': MEMORY } },
    });
    await changeWorkload(context, 'statefulset', storePods, (container) => {
      container.resources = { requests: { cpu: '10m', memory: MEMORY }, limits: { memory: MEMORY } };
    });
  },
  effect: allOf(notAllReady(storePods), newEventSays(storePods, 'exceeded quota')),
});
