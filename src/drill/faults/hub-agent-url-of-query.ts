import { changeAgent } from '../agent.ts';
import { agentPods, allOf, anyOf, logSays, silentFor, type Where } from '../effects.ts';
import { defineFault, type FaultContext } from '../fault.ts';

const hubAgentPods: Where = (context) => ({ ...agentPods(context), cluster: context.hub });

/** The hub's own agent writes to Query, which answers, and takes nothing. */
export const fault = defineFault({
  name: 'hub-agent-url-of-query',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: {
    mode: 'remote-write/url-wrong',
    cluster: ({ hub }) => hub,
    role: 'agent',
    name: ({ names }: FaultContext) => names.workloads.agent,
  },
  inject: (context) => {
    const { services, namespaces, ports } = context.names;
    const query = `${services.query}.${namespaces.pipeline}.svc.cluster.local:${ports.http}`;
    return changeAgent(
      context,
      (_, write) => {
        write.url = `http://${query}/api/v1/receive`;
      },
      context.hub,
    );
  },
  effect: allOf(
    silentFor(60, ({ hub }) => hub),
    anyOf(logSays(hubAgentPods, 'HTTP status 404'), logSays(hubAgentPods, 'HTTP status 405')),
  ),
});
