import { agentPods, podSays } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { starveOfMemory } from '../workloads.ts';

export const fault = defineFault({
  name: 'agent-oom-killed',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/oom-killed', ...edgeAgent, variant: 'limit-too-small' },
  inject: (context) => starveOfMemory(context, agentKind(context), agentPods),
  effect: podSays(agentPods, 'OOMKilled'),
});
