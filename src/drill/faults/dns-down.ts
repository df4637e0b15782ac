import { defineFault, scaleDns } from '../fault.ts';

export const fault = defineFault({
  name: 'dns-down',
  visibleAfter: 40,
  expected: {
    mode: 'network/dns-down',
    cluster: ({ edge }) => edge,
    role: 'dns',
    name: ({ names }) => names.workloads.dns,
  },
  inject: (context) => scaleDns(context, 0),
  revert: (context) => scaleDns(context, 1),
});
