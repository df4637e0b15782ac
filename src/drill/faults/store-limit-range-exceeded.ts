import { allOf, lasting, newEventSays, notAllReady, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** The namespace gets a largest size for containers; Store is larger, and starts anew. */
export const fault = defineFault({
  name: 'store-limit-range-exceeded',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'workload/quota-exceeded', ...hubPart('store') },
  inject: async ({ hands, hub, names }) => {
    const namespace = names.namespaces.pipeline;
    await hands.create(hub, {
      apiVersion: 'v1',
      kind: 'LimitRange',
      metadata: { name: `${namespace}-containers`, namespace },
      spec: { limits: [{ type: 'Container', max: { memory: '256Mi' } }] },
    });
    await hands.restart(hub, namespace, `statefulset/${names.workloads.store}`);
  },
  effect: lasting(
    30,
    allOf(notAllReady(storePods), newEventSays(storePods, 'maximum memory usage per Container')),
  ),
});
