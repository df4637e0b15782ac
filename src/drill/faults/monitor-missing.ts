import { defineFault, edgeAgent } from '../fault.ts';
import { applicationMonitor, monitorFindsNothing } from '../monitors.ts';

export const fault = defineFault({
  name: 'monitor-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 240,
  expected: { mode: 'agent/monitor-missing', cluster: edgeAgent.cluster, role: 'agent' },
  inject: (context) => context.hands.remove(context.edge, applicationMonitor(context)),
  effect: monitorFindsNothing,
});
