import { agentConfig, defineFault, editConfigMap, restore } from '../fault.ts';

export const fault = defineFault({
  name: 'endpoint-refusing',
  visibleAfter: 75,
  expected: {
    mode: 'remote-write/endpoint-refusing',
    cluster: ({ edge }) => edge,
    role: 'agent',
    name: ({ names }) => names.workloads.agent,
  },
  // The bridge of the lab is a host that answers and is no part of the fleet; nothing listens there.
  inject: (context) =>
    editConfigMap(context, context.edge, agentConfig(context), (yaml) =>
      yaml.replace(
        /url: http:\/\/[^/]+\/api\/v1\/receive/,
        `url: http://${context.lab.bridgeAddress}:9009/api/v1/push`,
      ),
    ),
  revert: (context) => restore(context, context.edge),
});
