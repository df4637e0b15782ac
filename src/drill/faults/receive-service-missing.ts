import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-service-missing',
  visibleAfter: 30,
  expected: { mode: 'network/service-missing', cluster: ({ hub }) => hub, role: 'receive' },
  inject: async ({ kubectl, hub, names }) => {
    await kubectl(hub, ['delete', 'service', names.services.receive, '-n', names.namespaces.pipeline]);
  },
  revert: (context) => restore(context, context.hub),
});
