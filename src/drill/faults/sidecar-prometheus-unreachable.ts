import { lasting, logSays } from '../effects.ts';
import { defineFault } from '../fault.ts';
import { addRecorder, hubSidecar, recorderPods } from '../sidecar.ts';

/** The sidecar asks at a port at which its Prometheus does not listen. */
export const fault = defineFault({
  name: 'sidecar-prometheus-unreachable',
  lab: { pipeline: 'plain' },
  visibleAfter: 240,
  expected: { mode: 'sidecar/prometheus-unreachable', ...hubSidecar },
  inject: (context) => addRecorder(context, { portAskedAt: context.names.ports.agent + 1 }),
  // It says so as well while its Prometheus starts.
  effect: lasting(30, logSays(recorderPods, 'Is Prometheus running? Retrying')),
});
