import { changes, describeChanged, logUntil, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/auth-rejected', {
  says: [
    'ts=2024-06-03T22:09:41.128Z caller=dedupe.go:112 component=remote level=error remote_name=43e475 url=https://receive.example/api/v1/receive msg="non-recoverable error" count=1975 exemplarCount=0 err="server returned HTTP status 401 Unauthorized: no credentials"',
    'time=2026-11-21T10:15:36.046Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://x/api/v1/receive failedSampleCount=2000 err="server returned HTTP status 403 Forbidden: <html>"',
    '{"level":"error","component":"remote","remote_name":"e03fc3","msg":"non-recoverable error","err":"server returned HTTP status 403 Forbidden: forbidden"}',
    'msg="non-recoverable error" err="server returned HTTP status 401 Unauthorized: "',
    'error exporterhelper/queue_sender.go:90 Exporting failed. Dropping data. {"name": "prometheusremotewrite", "error": "Permanent error: remote write returned HTTP status 401 Unauthorized; err = %!w(<nil>): "}',
    'unexpected status code received after sending a block with size 1245 bytes to "1:secret-url" during retry #3: 401; response body="unauthorized"; re-sending the block in 8.000 seconds',
    '10.64.0.12 - agent [21/Nov/2026:10:15:36 +0000] "POST /api/v1/receive HTTP/1.1" 401 179 "-" "Prometheus/3.9.1"',
    'level=WARN msg="Failed to send batch, retrying" component=remote remote_name=a url=https://x err="Post \\"https://x\\": oauth2: cannot fetch token: 400 Bad Request"',
  ],
  not: {
    // A scrape that is refused has the same words about the status, and another home.
    'level=debug component="scrape manager" scrape_pool=app target=http://10.0.0.1:8080/metrics msg="Scrape failed" err="server returned HTTP status 401 Unauthorized"':
      'scrape/target-unauthorized',
    '10.64.0.12 - - [21/Nov/2026:10:15:36 +0000] "POST /api/v1/receive HTTP/1.1" 200 0 "-" "Prometheus/3.9.1"':
      null,
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 429 Too Many Requests: slow down"':
      'remote-write/rate-limited',
  },
});

// An agent whose batches a proxy refuses: dropped at once, so that nothing is behind.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 401 Unauthorized: no credentials"';

describeChanged('remote-write/auth-rejected', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});
