import { defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'hashring-mismatch',
  visibleAfter: 30,
  expected: {
    mode: 'receive/hashring-mismatch',
    cluster: ({ hub }) => hub,
    role: 'receive',
    name: ({ names }) => names.workloads.receive,
  },
  inject: (context) => {
    const { names, hub } = context;
    const where = {
      namespace: names.namespaces.pipeline,
      name: names.objects.hashring,
      key: names.objects.hashringKey,
    };
    return editConfigMap(context, hub, where, (json) =>
      json.replace(`${names.workloads.receive}-1.`, `${names.workloads.receive}-7.`),
    );
  },
  revert: (context) => restore(context, context.hub),
});
