import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-name-not-found',
  visibleAfter: 75,
  expected: {
    mode: 'network/name-not-found',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: (context) =>
    editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace(context.names.remoteWriteHost, 'ingest.metrics-platform.example'),
    ),
  revert: (context) => restore(context, context.edge),
});
