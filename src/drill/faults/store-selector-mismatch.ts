import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'store-selector-mismatch',
  visibleAfter: 60,
  expected: {
    mode: 'network/service-selector-mismatch',
    cluster: ({ hub }) => hub,
    role: 'store',
    name: ({ names }) => names.services.store,
  },
  inject: async ({ kubectl, hub, names }) => {
    const patch = JSON.stringify({ spec: { selector: { [names.labelKeys.name]: 'store-v2' } } });
    const service = [`service/${names.services.store}`, '-n', names.namespaces.pipeline];
    await kubectl(hub, ['patch', ...service, '--type=merge', '-p', patch]);
  },
  revert: (context) => restore(context, context.hub),
});
