import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-selector-mismatch',
  visibleAfter: 30,
  expected: {
    mode: 'network/service-selector-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.services.receive,
  },
  inject: async ({ kubectl, hub, names }) => {
    const patch = { spec: { selector: { [names.labelKeys.name]: `${names.workloads.receive}-v2` } } };
    const target = ['service', names.services.receive, '-n', names.namespaces.pipeline];
    await kubectl(hub, ['patch', ...target, '--type=merge', '-p', JSON.stringify(patch)]);
  },
  revert: (context) => restore(context, context.hub),
});
