import { allOf, lasting, newEventSays, notAllReady, storePods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

export const fault = defineFault({
  name: 'store-probe-failing',
  lab: { pipeline: 'plain' },
  visibleAfter: 120,
  expected: { mode: 'workload/probe-failing', ...hubPart('store') },
  inject: (context) =>
    changeWorkload(context, 'statefulset', storePods, ({ readinessProbe }) => {
      if (readinessProbe) readinessProbe.httpGet.path = '/-/readiness';
    }),
  // A pod that starts is given a minute.
  effect: lasting(
    30,
    allOf(notAllReady(storePods), newEventSays(storePods, 'Readiness probe failed', 'statuscode: 404')),
  ),
});
