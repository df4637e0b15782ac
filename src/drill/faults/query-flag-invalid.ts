import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'query-flag-invalid',
  visibleAfter: 45,
  expected: {
    mode: 'workload/config-invalid',
    cluster: ({ hub }) => hub,
    role: 'query',
    name: ({ names }) => names.workloads.query,
  },
  inject: async ({ kubectl, hub, names }) => {
    const patch = [
      { op: 'add', path: '/spec/template/spec/containers/0/args/-', value: '--query.no-such-flag' },
      { op: 'add', path: '/spec/strategy', value: { type: 'Recreate' } },
    ];
    const target = ['deployment', names.workloads.query, '-n', names.namespaces.pipeline];
    await kubectl(hub, ['patch', ...target, '--type=json', '-p', JSON.stringify(patch)]);
  },
  revert: (context) => restore(context, context.hub),
});
