import { defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'hashring-after-scaling',
  visibleAfter: 45,
  expected: {
    mode: 'receive/hashring-mismatch',
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
      '--replicas=1',
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
