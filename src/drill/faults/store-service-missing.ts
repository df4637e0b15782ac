import { storeFails } from '../effects.ts';
import { defineFault } from '../fault.ts';

/** Query that starts anew does not find the Store; one that runs would go on by the connection that it has. */
export const fault = defineFault({
  name: 'store-service-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'network/service-missing', cluster: ({ hub }) => hub, role: 'store' },
  inject: async ({ hands, hub, names }) => {
    const namespace = names.namespaces.pipeline;
    await hands.remove(hub, { kind: 'service', namespace, name: names.services.store });
    await hands.restart(hub, namespace, `deployment/${names.workloads.query}`);
  },
  effect: storeFails('store'),
});
