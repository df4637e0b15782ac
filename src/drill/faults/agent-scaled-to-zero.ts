import { agentKind, defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-scaled-to-zero',
  visibleAfter: 75,
  expected: {
    mode: 'workload/scaled-to-zero',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: async (context) => {
    const { kubectl, edge, names } = context;
    await kubectl(edge, [
      'scale',
      `${agentKind(context)}/${names.workloads.agent}`,
      '-n',
      names.namespaces.agent,
      '--replicas=0',
    ]);
  },
  revert: async (context) => {
    const { kubectl, edge, names } = context;
    await kubectl(edge, [
      'scale',
      `${agentKind(context)}/${names.workloads.agent}`,
      '-n',
      names.namespaces.agent,
      '--replicas=1',
    ]);
  },
});
