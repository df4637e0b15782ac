import { changeAgent } from '../agent.ts';
import { agentPods, logSays } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { serveOutside } from '../stand-in.ts';

/** Beside Receive, the agent writes to somebody else's archive, the certificate of which has ended. */
export const fault = defineFault({
  name: 'agent-archive-certificate-expired',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'network/tls-expired', ...edgeAgent },
  inject: async (context) => {
    const archive = await serveOutside(context, '-tls=expired');
    await changeAgent(context, ({ remote_write }) =>
      remote_write.push({ name: 'archive', url: `https://${archive}/api/v1/push` }),
    );
  },
  effect: logSays(agentPods, 'certificate has expired'),
});
