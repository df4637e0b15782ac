import { defineFault, edgeAgent } from '../fault.ts';
import { applicationMonitor, monitorFindsNothing } from '../monitors.ts';

export const fault = defineFault({
  name: 'monitor-port-mismatch',
  lab: { pipeline: 'rendered' },
  visibleAfter: 240,
  expected: { mode: 'agent/monitor-not-selected', cluster: edgeAgent.cluster, role: 'agent' },
  inject: (context) =>
    context.hands.change<{ spec: { podMetricsEndpoints: { port: string }[] } }>(
      context.edge,
      applicationMonitor(context),
      ({ spec }) => {
        for (const endpoint of spec.podMetricsEndpoints) endpoint.port += '-metrics';
      },
    ),
  effect: monitorFindsNothing,
});
