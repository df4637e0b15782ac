import type { Dashboard } from './dashboard.ts';
import { CHOSEN, p99, rate } from './shared/chosen.ts';
import { BEHIND, SHARE, stat, timeseries } from './shared/panels.ts';
import { remoteWriteLag } from './shared/remote-write-lag.ts';

const C = 'cluster=~"$cluster"';
const LAG = remoteWriteLag(CHOSEN);
const LEGEND = '{{cluster}} {{pod}} {{remote_name}}';

const queue = (gauge: string) => `prometheus_remote_storage_${gauge}{${CHOSEN}}`;
const perQueue = (counter: string) =>
  rate(`prometheus_remote_storage_${counter}`, 'cluster, pod, remote_name');

/** What was sent again or given up, of all that was tried: an attempt counts whether it succeeds or not. */
const NOT_ACCEPTED = `(${perQueue('samples_failed_total')} + ${perQueue('samples_retried_total')}) / ${perQueue('samples_total')}`;

export const dashboard: Dashboard = {
  uid: 'fleetmedic-remote-write',
  title: { en: 'Remote write', ko: 'Remote Write' },
  description: {
    en: 'The way from the edge to Receive, as its senders and its receiving end see it.',
    ko: '엣지에서 Receive까지의 전송 경로. 송신 측과 수신 측 지표.',
  },
  pods: 'prometheus_remote_storage_shards{cluster=~"$cluster"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        stat({ en: 'Largest lag', ko: '최대 지연' }, 's', `max(${LAG})`, { thresholds: BEHIND, width: 6 }),
        stat(
          { en: 'Sends not accepted, worst', ko: '전송 실패율 (최대)' },
          'percentunit',
          `max(${NOT_ACCEPTED})`,
          {
            thresholds: [
              { level: 'ok' },
              { from: 0.005, level: 'warning' },
              { from: 0.05, level: 'critical' },
            ],
            decimals: 2,
            width: 6,
          },
        ),
        stat(
          { en: 'Queue filled, fullest', ko: '큐 사용률 (최대)' },
          'percentunit',
          `max(${queue('samples_pending')} / (${queue('shards')} * ${queue('shard_capacity')}))`,
          { thresholds: SHARE, width: 6 },
        ),
        stat(
          { en: 'Shards of those allowed, most', ko: '샤드 사용률 (최대)' },
          'percentunit',
          `max(${queue('shards')} / ${queue('shards_max')})`,
          { thresholds: SHARE, width: 6 },
        ),
      ],
    },
    {
      title: { en: 'Samples', ko: '샘플' },
      panels: [
        timeseries({ en: 'Lag', ko: '지연' }, 's', { [LEGEND]: LAG }, { thresholds: BEHIND }),
        timeseries(
          { en: 'Sends not accepted', ko: '전송 실패율' },
          'percentunit',
          { [LEGEND]: NOT_ACCEPTED },
          {
            max: 1,
            description: {
              en: 'Retried or given up, of all samples tried. While the far end is down this is near 100 %.',
              ko: '전체 전송 시도 중 재시도 및 실패 비율. 수신 측 장애 시 100 %에 근접.',
            },
          },
        ),
        timeseries({ en: 'Samples tried', ko: '전송 시도 샘플' }, 'cps', {
          [LEGEND]: perQueue('samples_total'),
        }),
        timeseries({ en: 'Samples retried', ko: '재시도 샘플' }, 'cps', {
          [LEGEND]: perQueue('samples_retried_total'),
        }),
        timeseries(
          { en: 'Samples lost', ko: '유실 샘플' },
          'cps',
          [
            {
              legend: { en: `${LEGEND} refused for good`, ko: `${LEGEND} 재시도 불가 오류` },
              expr: perQueue('samples_failed_total'),
            },
            {
              legend: { en: `${LEGEND} dropped {{reason}}`, ko: `${LEGEND} 폐기 {{reason}}` },
              expr: rate(
                'prometheus_remote_storage_samples_dropped_total',
                'cluster, pod, remote_name, reason',
              ),
            },
          ],
          {
            description: {
              en: 'Dropped counts what relabelling takes out on purpose as well; it appears with the first drop.',
              ko: '폐기에는 relabel로 제외한 샘플도 포함. 첫 폐기 이후부터 표시.',
            },
          },
        ),
        timeseries({ en: 'Bytes sent', ko: '전송 바이트' }, 'Bps', { [LEGEND]: perQueue('bytes_total') }),
      ],
    },
    {
      title: { en: 'Queue', ko: '큐' },
      panels: [
        timeseries(
          { en: 'Queue filled', ko: '큐 사용률' },
          'percentunit',
          { [LEGEND]: `${queue('samples_pending')} / (${queue('shards')} * ${queue('shard_capacity')})` },
          { thresholds: SHARE, max: 1 },
        ),
        timeseries({ en: 'Samples pending', ko: '대기 샘플' }, 'short', {
          [LEGEND]: queue('samples_pending'),
        }),
        timeseries({ en: 'Shards', ko: '샤드' }, 'short', [
          { legend: { en: `${LEGEND} running`, ko: `${LEGEND} 실행` }, expr: queue('shards') },
          { legend: { en: `${LEGEND} desired`, ko: `${LEGEND} 필요` }, expr: queue('shards_desired') },
          { legend: { en: `${LEGEND} allowed`, ko: `${LEGEND} 최대` }, expr: queue('shards_max') },
        ]),
        timeseries(
          { en: 'Time of one send, 99th percentile', ko: '배치 전송 시간 p99' },
          's',
          {
            [LEGEND]: `${p99('prometheus_remote_storage_sent_batch_duration_seconds', 'cluster, pod, remote_name')}
unless on (cluster, pod) prometheus_build_info{${C}, version=~"3[.](9|10)[.].*"}`,
          },
          {
            description: {
              en: 'Without Prometheus 3.9 and 3.10, which stop this clock before they send: see the figure of Receive below.',
              ko: '전송 전에 시간 측정을 멈추는 Prometheus 3.9, 3.10은 제외. 아래 Receive 응답 시간 참고.',
            },
          },
        ),
        timeseries({ en: 'Waits for a full queue', ko: '큐 포화로 인한 대기' }, 'cps', {
          [LEGEND]: perQueue('enqueue_retries_total'),
        }),
        timeseries({ en: 'Samples of one send, at most', ko: '배치당 최대 샘플' }, 'short', {
          [LEGEND]: queue('max_samples_per_send'),
        }),
      ],
    },
    {
      title: { en: 'Receiving end', ko: '수신 측' },
      panels: [
        timeseries({ en: 'Receive, requests by answer', ko: 'Receive 응답 코드별 요청' }, 'reqps', {
          '{{cluster}} {{code}}': `sum by (cluster, code) (rate(http_requests_total{${C}, handler="receive"}[$__rate_interval]))`,
        }),
        timeseries({ en: 'Receive, 99th percentile', ko: 'Receive 응답 시간 p99' }, 's', {
          '{{cluster}} {{pod}}': `histogram_quantile(0.99, sum by (cluster, pod, le) (
  rate(http_request_duration_seconds_bucket{${C}, handler="receive"}[$__rate_interval])
))`,
        }),
        timeseries(
          { en: 'Ingress (Traefik), requests by answer', ko: '인그레스(Traefik) 응답 코드별 요청' },
          'reqps',
          {
            '{{cluster}} {{service}} {{code}}': `sum by (cluster, service, code) (rate(traefik_service_requests_total{${C}}[$__rate_interval]))`,
          },
          {
            description: {
              en: 'An answer here that Receive does not know came from the proxy itself: 413, 429, 502 to 504.',
              ko: 'Receive에 없는 응답은 프록시가 생성: 413, 429, 502–504.',
            },
          },
        ),
        timeseries({ en: 'Ingress (Traefik), 99th percentile', ko: '인그레스(Traefik) 응답 시간 p99' }, 's', {
          '{{cluster}} {{service}}': `histogram_quantile(0.99, sum by (cluster, service, le) (
  rate(traefik_service_request_duration_seconds_bucket{${C}}[$__rate_interval])
))`,
        }),
      ],
    },
  ],
};
