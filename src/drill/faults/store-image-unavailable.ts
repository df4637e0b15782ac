import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'store-image-unavailable',
  visibleAfter: 40,
  expected: {
    mode: 'workload/image-unavailable',
    cluster: ({ hub }) => hub,
    role: 'store',
    name: ({ names }) => names.workloads.store,
  },
  inject: async ({ kubectl, hub, names }) => {
    const image = `${names.workloads.store}=registry.invalid/thanos:v0`;
    await kubectl(hub, [
      'set',
      'image',
      `statefulset/${names.workloads.store}`,
      image,
      '-n',
      names.namespaces.pipeline,
    ]);
  },
  revert: async (context) => {
    const { kubectl, hub, names } = context;
    await restore(context, hub);
    await kubectl(hub, [
      'delete',
      'pod',
      '-n',
      names.namespaces.pipeline,
      `${names.workloads.store}-0`,
      '--wait=false',
    ]);
  },
});
