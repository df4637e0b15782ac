import { CLUSTER } from './shared/labels.ts';
import { sloGroup, type Window } from './shared/slo.ts';

const rate = (metric: string, window: string) =>
  `sum by (${CLUSTER}) (rate(prometheus_remote_storage_${metric}[${window}]))`;
const refused = (window: string) =>
  `${rate('samples_failed_total', window)} + ${rate('samples_retried_total', window)}`;

/**
 * Up to six hours from the counters themselves: what a queue counted during an outage arrives late and then still
 * falls into the window. Beyond that, hourly rates are added up, which costs a hundredth.
 */
function errors(window: Window): string {
  if (window !== '1d' && window !== '3d')
    return `(${refused(window)}) / (${rate('samples_total', window)} > 0)`;
  return `sum_over_time(cluster:remote_write_samples_refused:rate1h[${window}])
/ (sum_over_time(cluster:remote_write_samples:rate1h[${window}]) > 0)`;
}

/** "Success 99.5 %", per attempt: a sample refused and sent again later counts, for so long it was not there. */
export const group = sloGroup({
  group: 'slo-remote-write',
  alert: 'RemoteWriteSuccess',
  series: 'remote_write_errors',
  objective: 0.995,
  mode: 'remote-write/endpoint-refusing',
  indicators: [
    { record: 'cluster:remote_write_samples_refused:rate1h', expr: refused('1h') },
    { record: 'cluster:remote_write_samples:rate1h', expr: rate('samples_total', '1h') },
  ],
  errors,
  goal: { en: '99.5 % of remote write accepted', ko: '원격 쓰기 성공률 99.5%' },
  stake: {
    en: 'Samples are refused or must be sent again. They come late, or not at all when the other side refuses them for good.',
    ko: '샘플 거부 또는 재전송 발생. 지연 도착하거나 영구 거부 시 유실.',
  },
});
