import { allOf, lasting, newEventSays, notAllReady, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

/** The probe asks by a program that the image does not have. */
export const fault = defineFault({
  name: 'store-probe-command-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'workload/probe-failing', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, (container) => {
      const url = `http://localhost:${context.names.ports.http}/-/ready`;
      Object.assign(container, {
        readinessProbe: {
          exec: { command: ['curl', '--fail', url] },
          periodSeconds: 10,
          failureThreshold: 3,
        },
      });
    }),
  // A pod that starts is given a minute.
  effect: lasting(60, allOf(notAllReady(storePods), newEventSays(storePods, 'Readiness probe', 'curl'))),
});
