import { defineFault, scaleReceive } from '../fault.ts';

export const fault = defineFault({
  name: 'hashring-after-scaling',
  visibleAfter: 45,
  expected: {
    mode: 'receive/hashring-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.workloads.receive,
  },
  inject: (context) => scaleReceive(context, 1),
  revert: (context) => scaleReceive(context, 3),
});
