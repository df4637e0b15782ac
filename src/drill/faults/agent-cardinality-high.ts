import { agentExports, agentPods } from '../effects.ts';
import { agentKind, defineFault, edgeAgent } from '../fault.ts';
import { replaceApplication } from '../stand-in.ts';

/** A new version of the application labels by session: five thousand new series with each scrape. */
export const fault = defineFault({
  name: 'agent-cardinality-high',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'agent/cardinality-high', ...edgeAgent },
  inject: async (context) => {
    const { hands, edge, names } = context;
    // An agent holds series for hours after their end: it starts anew when everything is taken back.
    const { namespace } = agentPods(context);
    await hands.restart(edge, namespace, `${agentKind(context)}/${names.workloads.agent}`);
    await replaceApplication(context, '-series=5000', '-churn');
  },
  effect: agentExports('prometheus_agent_active_series', 20_000),
});
