import { changes, describeChanged, logUntil, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/rate-limited', {
  says: [
    'ts=2024-06-03T22:09:41.128Z caller=dedupe.go:112 component=remote level=error remote_name=43e475 url=https://mimir/api/v1/push msg="non-recoverable error" count=1975 err="server returned HTTP status 429 Too Many Requests: the request has been rejected because the tenant exceeded the ingestion rate limit (err-mimir-tenant-max-ingestion-rate)"',
    'level=WARN source=queue_manager.go:2078 msg="Failed to send batch, retrying" component=remote remote_name=e03fc3 err="server returned HTTP status 429 Too Many Requests: <html>nginx</html>"',
    '{"component":"remote","remote_name":"e03fc3","msg":"Failed to send batch, retrying","err":"server returned HTTP status 429 Too Many Requests: ingestion rate limit (25000) exceeded while adding 1000 samples and 0 metadata"}',
    '2026/11/21 10:15:36 [error] 31#31: *52 limiting requests, excess: 20.600 by zone "write", client: 10.64.0.12, server: x, request: "POST /api/v1/receive HTTP/1.1"',
    '"POST /api/v1/push HTTP/1.1" 429 162 "-" "Prometheus/2.53.0"',
  ],
  not: {
    'level=info component=remote remote_name=a msg="Retrying after duration specified by Retry-After header" duration=10s':
      null,
    'level=error component="scrape manager" err="server returned HTTP status 429 Too Many Requests"':
      'scrape/target-http-error',
  },
});

// An agent whose batches a gateway refuses, without retry_on_http_429.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 429 Too Many Requests: slow down"';

describeChanged('remote-write/rate-limited', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});
