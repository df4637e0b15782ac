import { openDashboards } from '../dashboards.ts';
import { meanAbove, queryPods } from '../effects.ts';
import { defineFault, hubPart } from '../fault.ts';

/** One person looks at four weeks, which Query works out anew each time: the plain lab has nothing before it. */
export const fault = defineFault({
  name: 'query-frontend-missing',
  lab: { pipeline: 'plain' },
  visibleAfter: 300,
  expected: { mode: 'query/frontend-missing', ...hubPart('query') },
  inject: (context) =>
    openDashboards(context, {
      service: context.names.services.query,
      query: 'max_over_time(count by (job) ({__name__=~"(go|process|http|grpc)_.+"})[1d:30s])',
      ...{ hours: 28 * 24, stepSeconds: 3600, count: 1, pauseSeconds: 10 },
    }),
  effect: meanAbove(queryPods, 'http_request_duration_seconds', 5, 'handler="query_range"'),
});
