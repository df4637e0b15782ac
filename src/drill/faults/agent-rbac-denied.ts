import { agentPods, logSays } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';

/** The role of the agent's account is emptied; a watch that is open would go on for minutes. */
export const fault = defineFault({
  name: 'agent-rbac-denied',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/rbac-denied', ...edgeAgent },
  inject: async (context) => {
    const { hands } = context;
    const { cluster, namespace, name } = agentPods(context);
    const role = { kind: 'clusterrole', name: `${namespace}-${name}` };
    await hands.change<{ rules: object[] }>(cluster, role, (object) => {
      object.rules = [];
    });
    await hands.restart(cluster, namespace, `${agentKind(context)}/${name}`);
  },
  effect: logSays(agentPods, 'pods is forbidden'),
});
