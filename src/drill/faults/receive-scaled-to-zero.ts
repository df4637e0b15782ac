import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-scaled-to-zero',
  visibleAfter: 30,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.workloads.receive,
  },
  inject: async ({ kubectl, hub, names }) => {
    await kubectl(hub, [
      'scale',
      `statefulset/${names.workloads.receive}`,
      '-n',
      names.namespaces.pipeline,
      '--replicas=0',
    ]);
  },
  revert: async ({ kubectl, hub, names }) => {
    await kubectl(hub, [
      'scale',
      `statefulset/${names.workloads.receive}`,
      '-n',
      names.namespaces.pipeline,
      '--replicas=3',
    ]);
  },
});
