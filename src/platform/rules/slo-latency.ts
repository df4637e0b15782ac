import { CLUSTER, SAME_PROCESS } from './shared/labels.ts';
import { sloGroup, type Window } from './shared/slo.ts';

/** Refused requests (4xx) end at once and would make the rest look fast; other software has metrics of this name. */
const WRITES = 'handler="receive", code!~"4.."';
const OF_THANOS = `and on (${SAME_PROCESS}) thanos_build_info`;

/** A scrape by Prometheus 3 writes `le="1.0"`, one by 2.x `le="1"`. 1 s is a bucket's bound in all versions. */
const within = (window: string) =>
  `sum by (${CLUSTER}) (rate(http_request_duration_seconds_bucket{${WRITES}, le=~"1|1[.]0"}[${window}]) ${OF_THANOS})`;
const sent = (window: string) =>
  `sum by (${CLUSTER}) (rate(http_request_duration_seconds_count{${WRITES}}[${window}]) ${OF_THANOS})`;

/** As for remote-write success: the counters themselves up to six hours, hourly rates beyond. */
function errors(window: Window): string {
  if (window !== '1d' && window !== '3d') return `1 - ${within(window)} / (${sent(window)} > 0)`;
  return `1 - sum_over_time(cluster:remote_write_sends_within_1s:rate1h[${window}])
/ (sum_over_time(cluster:remote_write_sends:rate1h[${window}]) > 0)`;
}

/**
 * "p99 below 1 s" says that 99 of 100 sends take less than a second. Receive's own clock is asked (thanos
 * pkg/receive/handler.go): it runs while the body comes in, so that a slow way counts. The writers' clock does not do:
 * Prometheus 3.9.0 to 3.10.x stops it before the send (prometheus#18214, mended in 3.11.0). What never arrives is
 * counted by the success of remote write.
 */
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
          rate(http_request_duration_seconds_bucket{${WRITES}}[5m]) ${OF_THANOS}
        ))`,
    },
    { record: 'cluster:remote_write_sends_within_1s:rate1h', expr: within('1h') },
    { record: 'cluster:remote_write_sends:rate1h', expr: sent('1h') },
  ],
  errors,
  goal: { en: 'p99 of remote write below 1 s', ko: '원격 쓰기 p99 1초 미만' },
  stake: {
    en: 'Receive needs longer than a second for a write. It, or the way to it, is slow; shards multiply until they reach their limit, then the queue grows.',
    ko: 'Receive 쓰기 처리 1초 초과. Receive 또는 경로 지연, 샤드 수가 최대치에 이르면 큐 증가.',
  },
});
