import { defineFault, restore } from '../fault.ts';
import { restartClients } from '../objstore.ts';

export const fault = defineFault({
  name: 'objstore-service-missing',
  visibleAfter: 60,
  expected: {
    mode: 'network/service-missing',
    cluster: ({ hub }) => hub,
    role: 'object-store',
    name: ({ names }) => names.services.objectStore,
  },
  inject: async (context) => {
    const { kubectl, hub, names } = context;
    await kubectl(hub, ['delete', 'service', names.services.objectStore, '-n', names.namespaces.storage]);
    await restartClients(context);
  },
  revert: async (context) => {
    await restore(context, context.hub);
    await restartClients(context);
  },
});
