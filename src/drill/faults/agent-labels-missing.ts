import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-labels-missing',
  visibleAfter: 45,
  expected: {
    mode: 'agent/external-labels-missing',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: (context) =>
    editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace(/ {2}external_labels:\n( {4}.*\n)+/, ''),
    ),
  revert: (context) => restore(context, context.edge),
});
