import { agentPods, logSays } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Role and binding are as they should be; the agent runs by the account of its namespace, which they do not name. */
export const fault = defineFault({
  name: 'agent-account-default',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/rbac-denied', ...edgeAgent },
  inject: (context) =>
    changeWorkload(context, agentKind(context), agentPods, (_, { template: { spec } }) => {
      spec.serviceAccountName = 'default';
    }),
  effect: (context) =>
    logSays(agentPods, `system:serviceaccount:${agentPods(context).namespace}:default`)(context),
});
