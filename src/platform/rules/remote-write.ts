import type { RuleGroup } from './rule.ts';
import { PROCESS, THIS_PROCESS } from './shared/labels.ts';

/** One queue: a process may write to several places. */
const QUEUE = `${PROCESS}, remote_name, url`;
const rate = (metric: string) => `sum by (${QUEUE}) (rate(prometheus_remote_storage_${metric}[5m]))`;
const gauge = (metric: string) => `max by (${QUEUE}) (prometheus_remote_storage_${metric})`;

/**
 * Remote write, as Agents and servers tell it (storage/remote/queue_manager.go; these names hold from 2.45 to 3.x,
 * where another is meant it is said). Older documents call them `…_succeeded_samples_total`, `…_queue_length`,
 * `…_queue_capacity`: no version in scope exports those.
 *
 * The figures travel over the queue that they describe. While nothing gets through, the hub sees none of them but
 * only ClusterSilent; they tell of queues that limp, of one of several queues, and of the past once it drained.
 */
export const group: RuleGroup = {
  name: 'remote-write',
  interval: '30s',
  rules: [
    {
      // `samples_total` counts every attempt. `failed` are samples that were given up (4xx), `retried` those that
      // will be sent again (5xx, 429, no connection): a Receive that is down only ever shows in the second.
      record: 'cluster_queue:remote_write_samples_refused:ratio_rate5m',
      expr: `
        (${rate('samples_failed_total')} + ${rate('samples_retried_total')})
        / (${rate('samples_total')} > 0)`,
    },
    {
      record: 'cluster_queue:remote_write_pending:ratio',
      expr: `
        ${gauge('samples_pending')}
        / (${gauge('shards')} * ${gauge('shard_capacity')} > 0)`,
    },
    {
      // Since 3.7 a queue has both timestamps. Before, what came in is one figure for all queues; it runs ahead of
      // a queue whose relabelling drops everything, so the newer name goes first.
      record: 'cluster_queue:remote_write_lag:seconds',
      expr: `
        ${gauge('queue_highest_timestamp_seconds')} - (${gauge('queue_highest_sent_timestamp_seconds')} > 0)
        or
        max by (${PROCESS}) (prometheus_remote_storage_highest_timestamp_in_seconds > 0)
          - on (cluster, namespace, job, pod, instance) group_right ()
          max by (${QUEUE}) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds > 0)`,
    },
    {
      alert: 'RemoteWriteFailing',
      expr: 'cluster_queue:remote_write_samples_refused:ratio_rate5m > 0.01',
      for: '4m',
      severity: 'warning',
      mode: 'remote-write/endpoint-refusing',
      summary: {
        en: `${THIS_PROCESS}: {{ $value | humanizePercentage }} of remote write to {{ $labels.url }} is refused`,
        ko: `${THIS_PROCESS}: 원격 쓰기 실패율 {{ $value | humanizePercentage }}, 대상 {{ $labels.url }}`,
      },
      description: {
        en: 'More than 1 % of the samples sent were not accepted at once; most of them are tried again. The other side is down, overloaded or refuses them.',
        ko: '원격 쓰기 실패율 1% 초과, 대부분 재시도 중. 수신 측 중단, 과부하 또는 거부.',
      },
    },
    {
      // `samples_dropped_total` has a reason since 2.50; before that it counts what relabelling drops on purpose too
      // and is left out. Two minutes, so that a single batch refused once does not last.
      alert: 'RemoteWriteLosingSamples',
      expr: `
        sum by (${QUEUE}) (rate(prometheus_remote_storage_samples_failed_total[2m])) > 0
        or
        sum by (${QUEUE}) (rate(prometheus_remote_storage_samples_dropped_total{
          reason=~"too_old|unintentionally_dropped_series"
        }[2m])) > 0`,
      for: '3m',
      severity: 'critical',
      mode: 'remote-write/backlog-lost',
      summary: {
        en: `${THIS_PROCESS}: {{ $value | humanize }} samples/s for {{ $labels.url }} are lost`,
        ko: `${THIS_PROCESS}: 샘플 유실 초당 {{ $value | humanize }}개, 대상 {{ $labels.url }}`,
      },
      description: {
        en: 'These samples are not tried again: the other side refused them for good (400, 401, 404, 409, 413), or they grew too old in the queue.',
        ko: '재시도되지 않는 샘플. 수신 측의 영구 거부(400, 401, 404, 409, 413) 또는 큐 대기 중 기한 초과.',
      },
    },
    {
      // Not a fixed count: the shards' queues hold shards x capacity samples, and one batch may be 10,000 of them.
      alert: 'RemoteWriteQueueHigh',
      expr: 'cluster_queue:remote_write_pending:ratio > 0.8',
      for: '4m',
      severity: 'warning',
      mode: 'remote-write/endpoint-slow',
      summary: {
        en: `${THIS_PROCESS}: queue to {{ $labels.url }} is {{ $value | humanizePercentage }} full`,
        ko: `${THIS_PROCESS}: 원격 쓰기 큐 사용률 {{ $value | humanizePercentage }}, 대상 {{ $labels.url }}`,
      },
      description: {
        en: 'The shards hold almost as many samples as they can. When they are full, reading the WAL waits and the lag grows.',
        ko: '샤드 큐가 거의 가득 찬 상태. 가득 차면 WAL 읽기 대기, 전송 지연 증가.',
      },
    },
    {
      // Seen from the hub between one minute and five: a lag beyond that is a ClusterSilent.
      alert: 'RemoteWriteBehind',
      expr: 'cluster_queue:remote_write_lag:seconds > 60',
      for: '3m',
      severity: 'warning',
      mode: 'remote-write/endpoint-slow',
      summary: {
        en: `${THIS_PROCESS}: remote write to {{ $labels.url }} is {{ $value | humanizeDuration }} behind`,
        ko: `${THIS_PROCESS}: 원격 쓰기 지연 {{ $value | humanizeDuration }}, 대상 {{ $labels.url }}`,
      },
      description: {
        en: 'The newest sample that was sent is older than the newest one scraped. Dashboards and alerts look at the past; an Agent drops what is older than its WAL keeps, two to four hours.',
        ko: '마지막 전송 샘플이 최신 수집 샘플보다 오래된 상태. 대시보드와 알림이 과거 데이터를 보며, Agent WAL 보존 시간(2~4시간) 초과분 유실.',
      },
    },
    {
      alert: 'RemoteWriteShardsSaturated',
      expr: `${gauge('shards_desired')} > ${gauge('shards_max')}`,
      for: '5m',
      severity: 'warning',
      mode: 'remote-write/shards-saturated',
      summary: {
        en: `${THIS_PROCESS}: queue to {{ $labels.url }} wants {{ $value | humanize }} shards, more than it may have`,
        ko: `${THIS_PROCESS}: 필요 샤드 {{ $value | humanize }}개, 최대 샤드 수 초과, 대상 {{ $labels.url }}`,
      },
      description: {
        en: 'With the shards allowed, remote write cannot keep up with what is scraped.',
        ko: '허용된 샤드 수로는 수집량을 따라가지 못하는 상태.',
      },
    },
  ],
};
