import { changes, describeChanged, logUntil, metricsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/duplicate-writers', {
  says: [
    'ts=2023-04-21T03:32:34.904Z caller=dedupe.go:112 component=remote level=error remote_name=11063c msg="non-recoverable error" count=800 exemplarCount=0 err="server returned HTTP status 409 Conflict: forwarding request to endpoint r-2:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-2:10901: add 1 samples: duplicate sample for timestamp"',
    'level=warn component=receive component=receive-writer tenant=a msg="Error on ingesting samples with different value but same timestamp" numDropped=9',
    '{"component":"receive-writer","level":"warn","msg":"Error on ingesting samples with different value but same timestamp","numDropped":9}',
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: duplicate sample for timestamp 1795251197000; overrides not allowed: existing 1, new value 2"',
  ],
  not: {
    'level=warn component="scrape manager" scrape_pool=app msg="Error on ingesting samples with different value but same timestamp" num_dropped=5':
      null,
    'remote_name=a msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 8 samples: out of order sample"':
      'remote-write/out-of-order',
  },
});

// A writer outside of the fleet sends the same series.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 409 Conflict: add 31 samples: duplicate sample for timestamp"';

describeChanged('remote-write/duplicate-writers', {
  from: 'healthy',
  change: changes(
    metricsOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});
