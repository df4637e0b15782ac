import { agentPods, allOf, newEventSays } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A liveness probe that asks at a path which does not exist: the kubelet ends the agent again and again. */
export const fault = defineFault({
  name: 'agent-liveness-failing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/probe-failing', ...edgeAgent },
  inject: (context) =>
    changeWorkload(context, agentKind(context), agentPods, (container) => {
      const port = context.names.ports.agent;
      container.livenessProbe = {
        httpGet: { path: '/-/alive', port },
        periodSeconds: 5,
        failureThreshold: 3,
      };
    }),
  effect: allOf(newEventSays(agentPods, 'Liveness probe failed', '404'), newEventSays(agentPods, 'BackOff')),
});
