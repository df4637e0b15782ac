import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/output-unauthorized', {
  says: [
    '[2026/11/21 10:00:00] [error] [output:es:es.0] HTTP status=401 URI=/_bulk, response:',
    '[2026/11/21 10:00:00] [error] [output:opensearch:opensearch.0] HTTP status=403 URI=/_bulk',
    '{"error":{"root_cause":[{"type":"security_exception","reason":"no permissions for [indices:data/write/bulk] and User [name=fluent, backend_roles=[], requestedTenant=null]"}]},"status":403}',
    '[2026-11-21T10:00:00,000][WARN ][o.o.s.a.BackendRegistry  ] [node-0] Authentication finally failed for fluent from 10.1.2.3:33444',
    '{"Message":"User: arn:aws:sts::123456789012:assumed-role/fb/x is not authorized to perform: es:ESHttpPost with an explicit deny"}',
  ],
  not: {
    '[2026/11/21 10:00:00] [debug] [output:es:es.0] HTTP Status=200 URI=/_bulk': null,
    '[2026/11/21 10:00:00] [error] [output:es:es.0] HTTP status=429 URI=/_bulk, response:':
      'logs/bulk-rejected',
  },
});

describeChanged('logs/output-unauthorized', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-02',
    namespace: 'logging',
    name: 'fluent-bit',
    image: 'cr.fluentbit.io/fluent/fluent-bit:3.2.0',
    answers: {
      '/api/v1/metrics/prometheus': 'fluentbit_output_errors_total{name="opensearch.0"} 12 1732180000000\n',
    },
    log: {
      at: '2026-11-21T08:53:15.000000000Z',
      lines: [
        '[2026/11/21 08:53:10] [error] [output:opensearch:opensearch.0] HTTP status=401 URI=/_bulk, response:',
        "[2026/11/21 08:53:10] [ warn] [engine] failed to flush chunk '1-1.flb', retry in 7 seconds: task_id=0, input=tail.0 > output=opensearch.0 (out_id=0)",
        '[2026/11/21 08:53:15] [error] [output:opensearch:opensearch.0] HTTP status=401 URI=/_bulk, response:',
        "[2026/11/21 08:53:15] [error] [engine] chunk '1-2.flb' cannot be retried: task_id=1, input=tail.0 > output=opensearch.0",
        "[2026/11/21 08:53:15] [error] [engine] chunk '1-1.flb' cannot be retried: task_id=0, input=tail.0 > output=opensearch.0",
      ],
    },
  }),
  at: { role: 'log-shipper', name: 'fluent-bit' },
  hidden: /\/pods/,
});
