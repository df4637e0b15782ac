import { openDashboards } from '../dashboards.ts';
import { allOf, meanAbove, queryPods, thanosExports } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';
import { changeWorkload } from '../workloads.ts';

const GATE = 'thanos_query_concurrent_gate_queries';

/** More people look at expensive dashboards than Query works for at once: they wait for each other. */
export const fault = defineFault({
  name: 'query-overloaded',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 300,
  expected: { mode: 'query/overloaded', ...hubPart('query') },
  inject: async (context) => {
    // The machine has few processors: they are all for this one Query otherwise.
    await changeWorkload(context, 'deployment', queryPods, (container) => {
      container.args.push('--query.max-concurrent=1');
    });
    await openDashboards(context, {
      service: context.names.services.query,
      query: 'max_over_time(count by (job) ({__name__=~"go_.+"})[6h:5s])',
      ...{ hours: 1, stepSeconds: 60, count: 6, pauseSeconds: 0 },
    });
  },
  effect: allOf(
    thanosExports(queryPods, `${GATE}_in_flight`, 0),
    meanAbove(queryPods, `${GATE}_duration_seconds`, 1),
  ),
});
