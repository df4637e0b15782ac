import { expect, it } from 'vitest';
import { changes, describeChanged, metricValuesOf } from '../../changed.testing.ts';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('remote-write/shards-saturated', {
  says: [
    '[FIRING:1] PrometheusRemoteWriteDesiredShards (prometheus-agent warning)',
    'description: Prometheus monitoring/agent-0 remote write desired shards calculation wants to run 73.2 shards for queue e03fc3:http://x/api/v1/receive, which is more than the max of 50.',
  ],
  not: {
    'time=2026-11-21T10:15:36Z level=INFO source=queue_manager.go:1113 msg="Remote storage resharding" component=remote remote_name=a from=1 to=3':
      null,
    'level=info component=remote remote_name=a msg="Currently resharding, skipping."': null,
    'level=warn component=remote remote_name=a msg="Skipping resharding, last successful send was beyond threshold" lastSendTimestamp=1795250000':
      null,
  },
});

it('a lag alone is shared with a slow far end', async () => {
  const { causes } = await explainLines('[FIRING:1] PrometheusRemoteWriteBehind critical');
  expect(causes.map(({ mode }) => mode.id).sort()).toEqual([
    'remote-write/endpoint-slow',
    'remote-write/shards-saturated',
  ]);
  for (const { probability } of causes) expect(probability).toBeLessThan(0.5);
});

// Batches are small and answered within a third of a second, and still six shards would be needed where one may run.
describeChanged('remote-write/shards-saturated', {
  from: 'healthy',
  change: changes(
    metricValuesOf(/^cluster-02 .*prometheus-agent-0/, {
      prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 1_795_251_097,
      prometheus_remote_storage_samples_pending: 11_800,
      prometheus_remote_storage_shards_desired: 2.4,
      prometheus_remote_storage_shards_max: 1,
      prometheus_remote_storage_max_samples_per_send: 100,
    }),
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /prometheus-agent-0:9090\/proxy\/metrics/,
});
