import { defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'receive-oom-killed',
  visibleAfter: 75,
  expected: {
    mode: 'workload/oom-killed',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.workloads.receive,
  },
  inject: async ({ kubectl, hub, names }) => {
    const target = [`statefulset/${names.workloads.receive}`, '-n', names.namespaces.pipeline];
    await kubectl(hub, ['set', 'resources', ...target, '--limits=memory=20Mi', '--requests=memory=10Mi']);
  },
  revert: async (context) => {
    const { kubectl, hub, names } = context;
    await restore(context, hub);
    const selector = `${names.labelKeys.name}=${names.workloads.receive}`;
    await kubectl(hub, ['delete', 'pod', '-n', names.namespaces.pipeline, '-l', selector, '--wait=false']);
  },
});
