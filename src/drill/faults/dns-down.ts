import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'dns-down',
  visibleAfter: 40,
  expected: {
    mode: 'network/dns-down',
    cluster: ({ edge }) => edge,
    role: 'dns',
    name: ({ names }) => names.workloads.dns,
  },
  inject: async ({ kubectl, edge, names }) => {
    await kubectl(edge, [
      'scale',
      `deployment/${names.workloads.dns}`,
      '-n',
      names.namespaces.dns,
      '--replicas=0',
    ]);
  },
  revert: async ({ kubectl, edge, names }) => {
    await kubectl(edge, [
      'scale',
      `deployment/${names.workloads.dns}`,
      '-n',
      names.namespaces.dns,
      '--replicas=1',
    ]);
  },
});
