import { changes, describeChanged, logUntil, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('remote-write/samples-too-old', {
  says: [
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 409 Conflict: add 2000 samples: out of bounds"',
    'remote_name=e03fc3 msg="non-recoverable error" err="server returned HTTP status 400 Bad Request: out of bounds: timestamp is too far in the future"',
    'level=warn component=receive component=receive-writer tenant=a msg="Error on ingesting samples that are too old or are too far into the future" numDropped=120',
    '{"component":"receive-writer","level":"warn","msg":"Error on ingesting samples that are outside of the allowed out-of-order time window","numDropped":7}',
    'level=warn component=receive-writer tenant=a msg="block metric too far in the future" lset="{__name__=\\"up\\"}" timestamp=1895251197000 bound=1795251197',
    'remote_name=e03fc3 err="server returned HTTP status 409 Conflict: store locally for endpoint r-0:10901: add 31 samples: too old sample" msg="non-recoverable error"',
  ],
  not: {
    'level=warn component="scrape manager" scrape_pool=app msg="Error on ingesting samples that are too old or are too far into the future" num_dropped=5':
      'scrape/timestamps-rejected',
    'panic: runtime error: index out of bounds': null,
  },
});

// An agent that sends again what is older than the newest block.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 409 Conflict: add 2000 samples: out of bounds"';

describeChanged('remote-write/samples-too-old', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /\/log\?|\/proxy\/metrics/,
});

// Samples of ten minutes from now: the clock of the writer's node is ahead of all others.
describeChanged('remote-write/samples-too-old', {
  from: 'healthy',
  change: metricValuesOf(AGENT, {
    prometheus_remote_storage_highest_timestamp_in_seconds: 1_795_251_800,
    prometheus_remote_storage_queue_highest_timestamp_seconds: 1_795_251_800,
    prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 1_795_251_800,
  }),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent', variant: 'clock' },
  hidden: /\/proxy\/metrics/,
});
