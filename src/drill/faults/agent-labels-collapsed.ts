import { changeAgent } from '../agent.ts';
import { queryGives } from '../effects.ts';
import { defineFault, edgeAgent, identityOf } from '../fault.ts';

export const fault = defineFault({
  name: 'agent-labels-collapsed',
  lab: { pipeline: 'plain' },
  visibleAfter: 180,
  expected: { mode: 'remote-write/labels-collapsed', ...edgeAgent },
  inject: (context) =>
    changeAgent(context, (_, write) => {
      write.write_relabel_configs = [{ regex: 'instance|namespace|pod', action: 'labeldrop' }];
    }),
  effect: queryGives((context) => `up{cluster="${identityOf(context, context.edge)}", instance=""}`),
});
