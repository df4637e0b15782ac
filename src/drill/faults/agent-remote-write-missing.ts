import { type AgentConfig, changeAgent } from '../agent.ts';
import { silentFor } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-remote-write-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'remote-write/not-configured', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, (config: Partial<AgentConfig>) => {
      delete config.remote_write;
    }),
  effect: silentFor(60, ({ edge }) => edge),
});
