import { changes, describeChanged, wordsOf } from '../../changed.testing.ts';

const TIMESPAN = 'thanos_query_range_requested_timespan_duration_seconds';
const QUERY = /thanos-query-[^/]*\/proxy\/metrics/;

// A Query that was asked for long ranges, and took its time.
describeChanged('query/frontend-missing', {
  from: 'healthy',
  change: changes(
    wordsOf(QUERY, `\n${TIMESPAN}_count 0`, `\n${TIMESPAN}_count 120`),
    wordsOf(
      QUERY,
      `\n${TIMESPAN}_sum 0`,
      `\n${TIMESPAN}_sum 120\nhttp_request_duration_seconds_sum{handler="query_range"} 1800\nhttp_request_duration_seconds_count{handler="query_range"} 120`,
    ),
  ),
  at: { role: 'query', name: 'thanos-query' },
  hidden: QUERY,
});
