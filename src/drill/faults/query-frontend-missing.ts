import { openDashboards } from '../dashboards.ts';
import { allOf, exportsAbove, meanAbove, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

const HANDLER = 'handler="query_range"';

/** Four weeks on two screens, which Query works out anew each time. What it costs does not hang on the lab's age. */
export const fault = defineFault({
  name: 'query-frontend-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 600,
  expected: { mode: 'query/frontend-missing', ...hubPart('query') },
  inject: (context) =>
    openDashboards(context, {
      service: context.names.services.query,
      query: 'max_over_time(count(up or vector(1))[14d:10s])',
      ...{ hours: 28 * 24, stepSeconds: 240, count: 2, pauseSeconds: 1 },
    }),
  effect: allOf(meanAbove(queryPods, 'http_request_duration_seconds', 5, HANDLER), (context) =>
    exportsAbove(25, {
      where: queryPods,
      port: context.names.ports.http,
      ...{ metric: 'http_request_duration_seconds_count', labels: HANDLER },
    })(context),
  ),
});
