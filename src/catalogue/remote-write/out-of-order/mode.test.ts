import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, logUntil, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('remote-write/out-of-order', {
  says: [
    'ts=2023-04-21T03:32:34.904Z caller=dedupe.go:112 component=remote level=error remote_name=11063c url=http://x/api/v1/receive msg="non-recoverable error" count=800 err="server returned HTTP status 409 Conflict: store locally for endpoint 127.0.0.1:10901: add 8 samples: out of order sample"',
    'level=warn ts=2026-11-21T10:15:36Z caller=writer_errors.go:134 component=receive component=receive-writer tenant=default-tenant msg="Error on ingesting out-of-order samples" numDropped=4',
    '{"caller":"writer.go:120","component":"receive-writer","level":"warn","msg":"Error on ingesting out-of-order samples","numDropped":4,"tenant":"default-tenant"}',
    'level=debug component=receive-handler msg="failed to handle request" err="2 errors: forwarding request to endpoint r-1:10901: rpc error: code = AlreadyExists desc = store locally for endpoint r-1:10901: add 1 samples: out of order sample"',
    'ts=2024-01-01T00:00:00Z caller=write_handler.go:160 level=error component=web msg="Out of order sample from remote write" err="out of order sample" series="{__name__=\\"up\\"}" timestamp=1',
    'Exporting failed. {"name": "prometheusremotewrite", "error": "Permanent error: remote write returned HTTP status 400 Bad Request; err = %!w(<nil>): user=x: err: out of order sample. timestamp=2023-03-02T21:17:59.782Z"}',
  ],
  not: {
    // A scrape of samples out of order is the target's fault.
    'level=warn component="scrape manager" scrape_pool=app target=http://10.0.0.1:8080/metrics msg="Error on ingesting out-of-order samples" num_dropped=5':
      'scrape/timestamps-rejected',
    'level=warn component=receive-writer tenant=a msg="Error on ingesting samples with different value but same timestamp" numDropped=9':
      'remote-write/duplicate-writers',
  },
});

it('a 409 that says no more is shared among what it may be', async () => {
  const { causes } = await explainLines(
    'remote_name=3b702d url=http://x msg="non-recoverable error" count=100 err="server returned HTTP status 409 Conflict: conflict"',
  );
  const ids = causes.map(({ mode }) => mode.id).sort();
  expect(ids).toEqual([
    'remote-write/duplicate-writers',
    'remote-write/labels-rejected',
    'remote-write/out-of-order',
    'remote-write/samples-too-old',
  ]);
  for (const { probability } of causes) expect(probability).toBeLessThan(0.5);
});

// The answer says only that there is a conflict: Receive's own log says which.
const AGENT = /^cluster-02 .*prometheus-agent-0/;
const REFUSED =
  'time=2026-11-21T08:53:12Z level=ERROR source=queue_manager.go:1723 msg="non-recoverable error" component=remote remote_name=e03fc3 url=http://thanos-receive.cluster-01.lab:30291/api/v1/receive failedSampleCount=1763 err="server returned HTTP status 409 Conflict: conflict"';
const DROPPED =
  'ts=2026-11-21T08:53:12Z caller=writer_errors.go:134 level=warn component=receive component=receive-writer tenant=default-tenant msg="Error on ingesting out-of-order samples" numDropped=412';

describeChanged('remote-write/out-of-order', {
  from: 'healthy',
  change: changes(
    metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
    logUntil(/^cluster-01 .*thanos-receive-1/, '2026-11-21T08:53:12.000Z', DROPPED),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /thanos-receive-\d\/log\?/,
});

it('a conflict is told by the counters of Receive where its log says nothing', async () => {
  const { diagnosis } = await replayChanged(
    'healthy',
    changes(
      metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
      logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED, REFUSED, REFUSED),
      metricValuesOf(/^cluster-01 .*thanos-receive-1/, { prometheus_tsdb_out_of_bound_samples_total: 2000 }),
    ),
  );
  expect(diagnosis.causes[0]).toMatchObject({ mode: 'remote-write/samples-too-old', confirmed: true });
});

it('one refused batch, or some long ago, are no cause', async () => {
  for (const lines of [
    logUntil(AGENT, '2026-11-21T08:53:12.000Z', REFUSED),
    logUntil(AGENT, '2026-11-21T08:40:00Z', REFUSED, REFUSED),
  ]) {
    const { diagnosis } = await replayChanged('healthy', lines);
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  }
});

it('samples that are dropped for a reason that nobody knows are seen, and no cause is claimed', async () => {
  const other = REFUSED.replace('409 Conflict: conflict', '400 Bad Request: no');
  const { diagnosis } = await replayChanged(
    'healthy',
    changes(
      metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 21_156 }),
      logUntil(AGENT, '2026-11-21T08:53:12.000Z', other, other, other),
    ),
  );
  expect(diagnosis.verdict).toBe('degraded');
  expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
});

it('what the writer says once a minute, and the Receives again and again, goes on', async () => {
  const refused = metricValuesOf(AGENT, { prometheus_remote_storage_samples_failed_total: 4332 });
  const once = logUntil(AGENT, '2026-11-21T08:52:40.000Z', REFUSED);
  const dropped =
    'level=warn component=receive component=receive-writer tenant=t msg="Error on ingesting out-of-order samples" numDropped=922';
  const told = logUntil(/pods\/thanos-receive-\d\/log/, '2026-11-21T08:53:12.000Z', dropped, dropped);
  const { diagnosis } = await replayChanged('healthy', changes(refused, once, told));
  expect(diagnosis.causes[0]).toMatchObject({ mode: 'remote-write/out-of-order' });
});
