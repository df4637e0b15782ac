import { agentKind, defineFault, type FaultContext, scale } from '../fault.ts';

const scaleAgent = (context: FaultContext, replicas: number) =>
  scale(
    context,
    context.edge,
    context.names.namespaces.agent,
    `${agentKind(context)}/${context.names.workloads.agent}`,
    replicas,
  );

export const fault = defineFault({
  name: 'agent-scaled-to-zero',
  visibleAfter: 75,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: (context) => scaleAgent(context, 0),
  revert: (context) => scaleAgent(context, 1),
});
