import { defineFault, scaleReceive } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-scaled-to-zero',
  visibleAfter: 30,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.workloads.receive,
  },
  inject: (context) => scaleReceive(context, 0),
  revert: (context) => scaleReceive(context, 3),
});
