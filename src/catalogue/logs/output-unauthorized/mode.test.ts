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
