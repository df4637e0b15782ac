import { agentConfig, agentKind, defineFault, editConfigMap, restart, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-config-invalid',
  visibleAfter: 45,
  expected: {
    mode: 'workload/config-invalid',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: async (context) => {
    const { edge, names } = context;
    await editConfigMap(context, edge, agentConfig(context), (yaml) =>
      yaml.replace('scrape_configs:', 'scrape_config:'),
    );
    await restart(context, edge, names.namespaces.agent, `${agentKind(context)}/${names.workloads.agent}`);
  },
  revert: async (context) => {
    const { kubectl, edge, names } = context;
    await restore(context, edge);
    const selector = `${names.labelKeys.name}=${names.workloads.agent}`;
    await kubectl(edge, ['delete', 'pod', '-n', names.namespaces.agent, '-l', selector, '--wait=false']);
  },
});
