import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-over-filtered',
  visibleAfter: 45,
  expected: {
    mode: 'remote-write/over-filtered',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: (context) =>
    editConfigMap(
      context,
      context.edge,
      agentConfig(context),
      (yaml) =>
        `${yaml}    write_relabel_configs:\n      - source_labels: [__name__]\n        regex: 'up|scrape_.*'\n        action: keep\n`,
    ),
  revert: (context) => restore(context, context.edge),
});
