import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-url-wrong-path',
  visibleAfter: 75,
  expected: {
    mode: 'remote-write/url-wrong',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: (context) =>
    editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace('/api/v1/receive', '/api/v1/write'),
    ),
  revert: (context) => restore(context, context.edge),
});
