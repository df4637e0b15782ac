import { defineFault, type FaultContext, scale } from '../fault.ts';

const scaleQuery = (context: FaultContext, replicas: number) =>
  scale(
    context,
    context.hub,
    context.names.namespaces.pipeline,
    `deployment/${context.names.workloads.query}`,
    replicas,
  );

export const fault = defineFault({
  name: 'query-scaled-to-zero',
  visibleAfter: 30,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ hub }) => hub,
    role: 'query',
    name: ({ names }) => names.workloads.query,
  },
  inject: (context) => scaleQuery(context, 0),
  revert: (context) => scaleQuery(context, 1),
});
