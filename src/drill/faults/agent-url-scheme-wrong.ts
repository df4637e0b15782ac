import { changeAgent } from '../agent.ts';
import { agentPods, logSays } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

/** TLS is spoken to a port that knows none. */
export const fault = defineFault({
  name: 'agent-url-scheme-wrong',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'remote-write/url-wrong', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, (_, write) => {
      write.url = write.url.replace('http://', 'https://');
    }),
  effect: logSays(agentPods, 'server gave HTTP response to HTTPS client'),
});
