import { agentKind, defineFault, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-image-unavailable',
  visibleAfter: 45,
  expected: {
    mode: 'workload/image-unavailable',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: async (context) => {
    const { kubectl, edge, names } = context;
    const image = `${names.workloads.agent}=${names.registry}/prometheus:v9.9.9`;
    await kubectl(edge, [
      'set',
      'image',
      `${agentKind(context)}/${names.workloads.agent}`,
      image,
      '-n',
      names.namespaces.agent,
    ]);
  },
  revert: async (context) => {
    const { kubectl, edge, names } = context;
    await restore(context, edge);
    // A StatefulSet waits for its broken pod: it must go before the old template is used.
    const selector = `${names.labelKeys.name}=${names.workloads.agent}`;
    await kubectl(edge, ['delete', 'pod', '-n', names.namespaces.agent, '-l', selector, '--wait=false']);
  },
});
