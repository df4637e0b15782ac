import { changes, describeChanged, wordsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('query/overloaded', {
  says: [
    '{"status":"error","errorType":"timeout","error":"query timed out in expression evaluation"}',
    'level=info component=query-frontend msg="slow query detected" method=POST path=/api/v1/query_range time_taken_ms=31244',
    'query processing would load too many samples into memory in query execution',
    'rpc error: code = ResourceExhausted desc = exceeded series limit: limit 100000 violated (got 120000)',
    'expanding series: proxy Series(): rpc error: code = Aborted desc = context deadline exceeded',
    'alertname=ThanosQueryOverload',
    'ThanosQueryRangeLatencyHigh firing',
  ],
  not: {
    'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)':
      null,
    'level=info msg="serving HTTP" component=query': null,
  },
});

describeChanged('query/overloaded', {
  from: 'healthy',
  change: changes(
    wordsOf(/proxy\/metrics/, 'concurrent_gate_queries_in_flight 0', 'concurrent_gate_queries_in_flight 20'),
    wordsOf(
      /proxy\/metrics/,
      'concurrent_gate_queries_duration_seconds_sum 0',
      'concurrent_gate_queries_duration_seconds_sum 90',
    ),
  ),
  at: { role: 'query', name: 'thanos-query', variant: 'concurrency' },
  hidden: /thanos-query-[^/]*\/proxy\/metrics/,
});
