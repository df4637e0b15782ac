import { agentPods, allOf, noPods, silentFor } from '../effects.ts';
import { agentKind, defineFault } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/missing', cluster: ({ edge }) => edge, role: 'agent' },
  inject: (context) => {
    const { cluster, ...ref } = agentPods(context);
    return context.hands.remove(cluster, { kind: agentKind(context), ...ref });
  },
  effect: allOf(
    noPods(agentPods),
    silentFor(150, ({ edge }) => edge),
  ),
});
