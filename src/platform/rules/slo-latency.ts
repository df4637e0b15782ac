import { CLUSTER } from './shared/labels.ts';
import { sloGroup, type Window } from './shared/slo.ts';

/** A scrape by Prometheus 3 writes `le="1.0"`, one by 2.x `le="1"`. 1 s is a bucket's bound in all versions. */
const within = (window: string) =>
  `sum by (${CLUSTER}) (rate(prometheus_remote_storage_sent_batch_duration_seconds_bucket{le=~"1|1[.]0"}[${window}]))`;
const sent = (window: string) =>
  `sum by (${CLUSTER}) (rate(prometheus_remote_storage_sent_batch_duration_seconds_count[${window}]))`;

/** As for remote-write success: the counters themselves up to six hours, hourly rates beyond. */
function errors(window: Window): string {
  if (window !== '1d' && window !== '3d') return `1 - ${within(window)} / (${sent(window)} > 0)`;
  return `1 - sum_over_time(cluster:remote_write_sends_within_1s:rate1h[${window}])
/ (sum_over_time(cluster:remote_write_sends:rate1h[${window}]) > 0)`;
}

/** "p99 below 1 s" says that 99 of 100 sends take less than a second. An attempt that fails counts as it lasted. */
export const group = sloGroup({
  group: 'slo-latency',
  alert: 'RemoteWriteLatency',
  series: 'remote_write_slow_sends',
  objective: 0.99,
  mode: 'remote-write/endpoint-slow',
  indicators: [
    {
      record: 'cluster:remote_write_send_seconds:p99_5m',
      expr: `
        histogram_quantile(0.99, sum by (${CLUSTER}, le) (
          rate(prometheus_remote_storage_sent_batch_duration_seconds_bucket[5m])
        ))`,
    },
    { record: 'cluster:remote_write_sends_within_1s:rate1h', expr: within('1h') },
    { record: 'cluster:remote_write_sends:rate1h', expr: sent('1h') },
  ],
  errors,
  goal: { en: 'p99 of remote write below 1 s', ko: '원격 쓰기 p99 1초 미만' },
  stake: {
    en: 'Sends take longer than a second. Receive or the way to it is slow; shards multiply until they reach their limit, then the queue grows.',
    ko: '전송 1초 초과. Receive 또는 경로 지연, 샤드 수가 최대치에 이르면 큐 증가.',
  },
});
