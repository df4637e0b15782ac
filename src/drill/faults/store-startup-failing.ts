import { lasting, newEventSays, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** A startup probe at the port of another protocol never passes, so that the readiness probe is never asked. */
export const fault = defineFault({
  name: 'store-startup-failing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/probe-failing', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (container) => {
      const port = context.names.ports.http + 1;
      container.startupProbe = {
        httpGet: { path: '/-/ready', port },
        periodSeconds: 5,
        failureThreshold: 60,
      };
    }),
  effect: lasting(60, newEventSays(storePods, 'Startup probe failed')),
});
