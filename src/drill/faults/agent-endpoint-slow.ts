import { changeAgent } from '../agent.ts';
import { agentExports } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { serveOutside } from '../stand-in.ts';

/** Beside Receive, which is as quick as ever, the agent writes to somebody else's archive. */
export const fault = defineFault({
  name: 'agent-endpoint-slow',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'remote-write/endpoint-slow', ...edgeAgent },
  inject: async (context) => {
    const archive = await serveOutside(context, '-delay=8s');
    await changeAgent(context, ({ remote_write }) =>
      remote_write.push({ name: 'archive', url: `http://${archive}/api/v1/push` }),
    );
  },
  // Prometheus 3.9 stops the clock of a batch before it sends it (prometheus#18214): metadata, sent each minute, tells.
  effect: agentExports(
    'prometheus_remote_storage_sent_batch_duration_seconds_sum',
    5,
    () => 'remote_name="archive"',
  ),
});
