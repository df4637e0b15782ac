import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-url-wrong-host',
  visibleAfter: 75,
  expected: {
    mode: 'remote-write/url-wrong',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  inject: async (context) => {
    const host = context.names.remoteWriteHost;
    await editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace(host, `${host.slice(0, 3)}${host.slice(4)}`),
    );
  },
  revert: (context) => restore(context, context.edge),
});
