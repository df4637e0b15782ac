import { changeAgent } from '../agent.ts';
import { edgeSilent } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { changeReceive } from '../receive.ts';

const LABEL = 'team';

/** Receive takes the tenant from a label, and refuses a value that is no tenant's name. */
export const fault = defineFault({
  name: 'agent-labels-rejected',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 480,
  expected: { mode: 'remote-write/labels-rejected', ...edgeAgent },
  inject: async (context) => {
    await changeReceive(context, (args) => [...args, `--receive.split-tenant-label-name=${LABEL}`]);
    await changeAgent(context, ({ global }) => {
      global.external_labels[LABEL] = `${context.names.workloads.application}/operations`;
    });
  },
  effect: edgeSilent('tenant name not valid'),
});
