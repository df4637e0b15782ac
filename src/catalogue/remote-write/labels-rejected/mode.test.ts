import { changes, describeChanged, logUntil, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/labels-rejected', {
  says: [
    'time=2026-02-11T00:41:08.882Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=2e5f3f failedSampleCount=164 err="server returned HTTP status 400 Bad Request: tenant name not valid: validation error"',
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 12 series: label set contains a label with empty name or value"',
    'level=warn ts=2026-11-21T10:15:36Z caller=writer_errors.go:129 component=receive component=receive-writer tenant=default-tenant msg="Error on series with empty label name or value" numDropped=12',
    '{"caller":"writer.go:98","component":"receive-writer","level":"warn","msg":"Error on series with out-of-order labels","numDropped":3,"tenant":"a"}',
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 409 Conflict: forwarding request to endpoint r-1:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-1:10901: add 2 series: out of order labels"',
    "err=\"server returned HTTP status 400 Bad Request: received a series with an invalid label: 'server.address' series: 'x' (err-mimir-label-invalid)\"",
    'level=warn caller=write_handler.go:185 component=web msg="Invalid metric names or labels" got="{__name__=\\"a b\\"}"',
  ],
  not: {
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 8 samples: out of order sample"':
      'remote-write/out-of-order',
    'level=debug msg="only metadata from client; metadata ingestion not supported; skipping"': null,
  },
});

// Part of an agent's series have labels that Receive does not take.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 409 Conflict: add 12 series: label set contains a label with empty name or value"';

describeChanged('remote-write/labels-rejected', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});
