import { agentPods, queryGives } from '../effects.ts';
import { agentKind, defineFault, edgeAgent, identityOf } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** Two replicas, and nothing that tells them apart. */
export const fault = defineFault({
  name: 'agent-duplicate-writers',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'remote-write/duplicate-writers', ...edgeAgent },
  inject: (context) =>
    changeWorkload(context, agentKind(context), agentPods, (_, spec) => {
      spec.replicas = 2;
    }),
  // A scrape every ten seconds makes six samples a minute.
  effect: queryGives(
    (context) =>
      `count_over_time(up{cluster="${identityOf(context, context.edge)}", job="prometheus-agent"}[1m]) > 9`,
  ),
});
