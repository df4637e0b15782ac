import { lasting } from '../effects.ts';
import { defineFault, edgeAgent } from '../fault.ts';
import { applicationMonitor, monitorFindsNothing } from '../monitors.ts';

export const fault = defineFault({
  name: 'monitor-missing',
  lab: { pipeline: 'rendered' },
  visibleAfter: 360,
  expected: { mode: 'agent/monitor-missing', cluster: edgeAgent.cluster, role: 'agent' },
  inject: (context) => context.hands.remove(context.edge, applicationMonitor(context)),
  // Until then the last samples may be those of a job that is scraped each minute.
  effect: lasting(45, monitorFindsNothing),
});
