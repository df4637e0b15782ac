import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-config-stale',
  visibleAfter: 45,
  expected: {
    mode: 'workload/config-stale',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  // The agent reloads by itself and is not restarted: it refuses, and runs on.
  inject: (context) =>
    editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace('remote_write:', 'remote_wrtie:'),
    ),
  revert: (context) => restore(context, context.edge),
});
