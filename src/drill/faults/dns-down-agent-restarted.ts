import { defineFault, restore, scaleDns } from '../fault.ts';

/** An open connection outlives the DNS that it was made with; an agent that starts anew finds nobody. */
export const fault = defineFault({
  name: 'dns-down-agent-restarted',
  visibleAfter: 90,
  expected: {
    mode: 'network/dns-down',
    cluster: ({ edge }) => edge,
    role: 'dns',
    name: ({ names }) => names.workloads.dns,
  },
  inject: async (context) => {
    const { kubectl, edge, names } = context;
    await scaleDns(context, 0);
    const agents = ['-n', names.namespaces.agent, '-l', `${names.labelKeys.name}=${names.workloads.agent}`];
    await kubectl(edge, ['delete', 'pod', ...agents, '--wait=false']);
  },
  revert: (context) => restore(context, context.edge),
});
