import { agentPods, allOf, newEventSays, notAllReady } from '../effects.ts';
import { agentConfig, agentKind, defineFault, edgeAgent } from '../fault.ts';

/** A running agent keeps what it has read: the ConfigMap is missed at the next start. */
export const fault = defineFault({
  name: 'agent-config-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'workload/config-object-missing', ...edgeAgent },
  inject: async (context) => {
    const { hands, edge, names } = context;
    const { namespace, name } = agentConfig(context);
    await hands.remove(edge, { kind: 'configmap', namespace, name });
    await hands.restart(edge, namespace, `${agentKind(context)}/${names.workloads.agent}`);
  },
  effect: allOf(notAllReady(agentPods), newEventSays(agentPods, 'MountVolume', 'configmap', 'not found')),
});
