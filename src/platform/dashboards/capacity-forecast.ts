import type { Dashboard, Thresholds } from './dashboard.ts';
import { bars, SHARE, stat, table, timeseries } from './shared/panels.ts';
import { AGENT_PODS, PIPELINE_PODS, thanosPods } from './shared/pipeline-pods.ts';
import { remoteWriteLag } from './shared/remote-write-lag.ts';
import { volumes, WEEK } from './shared/volumes.ts';

const C = 'cluster=~"$cluster"';
const DAY = 86_400;

const SHARE_IN_A_WEEK: Thresholds = [
  { level: 'ok' },
  { from: 0.8, level: 'warning' },
  { from: 1, level: 'critical' },
];
const SOON: Thresholds = [
  { level: 'critical' },
  { from: DAY, level: 'warning' },
  { from: WEEK, level: 'ok' },
];

const ALL = volumes(PIPELINE_PODS);
const VOLUME = '{{cluster}} {{persistentvolumeclaim}}';

const PENDING = `prometheus_remote_storage_samples_pending{${C}}`;
const MEMORY = `container_memory_working_set_bytes{${C}, container!=""}`;
const BY_CONTAINER = 'max by (cluster, namespace, pod, container)';
const MEMORY_LIMIT = `${BY_CONTAINER} (kube_pod_container_resource_limits{${C}, resource="memory"})`;
const HEAD_SERIES = `prometheus_tsdb_head_series{${C}}`;
const LOADED = `thanos_blocks_meta_synced{${C}, state="loaded"}`;

export const dashboard: Dashboard = {
  uid: 'fleetmedic-capacity-forecast',
  title: { en: 'Capacity forecast', ko: '용량 예측' },
  description: {
    en: 'Where the trend of the last day leads in a week. A trend is no promise: see how it came about before acting.',
    ko: '최근 1일 추세의 7일 후 예측. 추세 기반이므로 조치 전 원인 확인 필요.',
  },
  rows: [
    {
      title: { en: 'Volumes', ko: '볼륨' },
      panels: [
        table(
          { en: 'Volumes of the pipeline', ko: '파이프라인 볼륨' },
          [
            {
              legend: { en: 'Used in a week', ko: '7일 후 예상 사용률' },
              expr: ALL.inAWeek,
              unit: 'percentunit',
              thresholds: SHARE_IN_A_WEEK,
            },
            {
              legend: { en: 'Used now', ko: '현재 사용률' },
              expr: ALL.used,
              unit: 'percentunit',
              thresholds: SHARE,
            },
            {
              legend: { en: 'Most used of the last day', ko: '최근 1일 최대 사용률' },
              expr: ALL.peak,
              unit: 'percentunit',
              thresholds: SHARE,
            },
            {
              legend: { en: 'Full in', ko: '소진까지' },
              expr: ALL.secondsLeft,
              unit: 's',
              thresholds: SOON,
            },
            {
              legend: { en: 'Size', ko: '용량' },
              expr: ALL.bytes,
              unit: 'bytes',
            },
          ],
          {
            description: {
              en: 'Full in: at the rate of the last six hours, for volumes that fill. A Compactor needs its peak, not its mean.',
              ko: '소진까지: 최근 6시간 증가율 기준, 증가 중인 볼륨만 표시. Compactor는 평균이 아닌 최대값 기준으로 판단.',
            },
          },
        ),
        timeseries(
          { en: 'Agent, WAL volume in a week', ko: 'Agent WAL 볼륨 7일 후 예상' },
          'percentunit',
          { [VOLUME]: volumes(AGENT_PODS).inAWeek },
          { thresholds: SHARE_IN_A_WEEK },
        ),
        timeseries(
          { en: 'Receive, volume in a week', ko: 'Receive 볼륨 7일 후 예상' },
          'percentunit',
          { [VOLUME]: volumes(thanosPods('receive')).inAWeek },
          { thresholds: SHARE_IN_A_WEEK },
        ),
        timeseries(
          { en: 'Store, volume in a week', ko: 'Store 볼륨 7일 후 예상' },
          'percentunit',
          { [VOLUME]: volumes(thanosPods('store')).inAWeek },
          { thresholds: SHARE_IN_A_WEEK },
        ),
        timeseries(
          { en: 'Compactor, volume in a week', ko: 'Compactor 볼륨 7일 후 예상' },
          'percentunit',
          { [VOLUME]: volumes(thanosPods('compact')).inAWeek },
          { thresholds: SHARE_IN_A_WEEK },
        ),
      ],
    },
    {
      title: { en: 'Unsent samples', ko: '미전송 샘플' },
      panels: [
        stat(
          { en: 'Until unsent samples are lost, shortest', ko: '미전송 샘플 유실까지 (최소)' },
          's',
          `min(clamp_min(4 * 3600 - ${remoteWriteLag(C)}, 0))`,
          {
            thresholds: [
              { level: 'critical' },
              { from: 3600, level: 'warning' },
              { from: 3 * 3600, level: 'ok' },
            ],
            width: 12,
            description: {
              en: 'An Agent drops what is older than four hours from its WAL, sent or not (storage.agent.retention.max-time).',
              ko: 'Agent WAL 보관 기본 4시간(storage.agent.retention.max-time), 전송 여부와 무관하게 삭제.',
            },
          },
        ),
        stat(
          { en: 'Until the fullest queue is full', ko: '큐 포화까지 (최소)' },
          's',
          `min(
  (prometheus_remote_storage_shard_capacity{${C}} * prometheus_remote_storage_shards_max{${C}} - ${PENDING})
  / (deriv(${PENDING}[15m]) > 0)
)`,
          {
            width: 12,
            description: {
              en: 'Of queues that grow, at the rate of the last 15 minutes and with all shards allowed. A full queue loses nothing yet: the WAL waits.',
              ko: '최근 15분 증가율, 최대 샤드 기준. 증가 중인 큐만 계산. 큐가 포화되어도 WAL에 남아 즉시 유실되지는 않음.',
            },
          },
        ),
        timeseries({ en: 'Until unsent samples are lost', ko: '미전송 샘플 유실까지' }, 's', {
          '{{cluster}}': `min by (cluster) (clamp_min(4 * 3600 - ${remoteWriteLag(C)}, 0))`,
        }),
        timeseries({ en: 'Volumes that fill: time left', ko: '볼륨 소진까지 남은 시간' }, 's', {
          [VOLUME]: `(${ALL.secondsLeft}) < ${WEEK}`,
        }),
      ],
    },
    {
      title: { en: 'Series', ko: '시계열' },
      panels: [
        timeseries({ en: 'Agents, active series', ko: 'Agent 활성 시계열' }, 'short', [
          {
            legend: { en: '{{cluster}} now', ko: '{{cluster}} 현재' },
            expr: `sum by (cluster) (prometheus_agent_active_series{${C}})`,
          },
          {
            legend: { en: '{{cluster}} in a week', ko: '{{cluster}} 7일 후' },
            expr: `clamp_min(sum by (cluster) (predict_linear(prometheus_agent_active_series{${C}}[1d], ${WEEK}) and prometheus_agent_active_series{${C}}), 0)`,
          },
        ]),
        timeseries({ en: 'Receive, head series', ko: 'Receive Head 시계열' }, 'short', [
          {
            legend: { en: '{{cluster}} {{pod}} now', ko: '{{cluster}} {{pod}} 현재' },
            expr: `sum by (cluster, pod) (${HEAD_SERIES} and on (cluster, namespace, pod) ${thanosPods('receive')})`,
          },
          {
            legend: { en: '{{cluster}} {{pod}} in a week', ko: '{{cluster}} {{pod}} 7일 후' },
            expr: `clamp_min(sum by (cluster, pod) (predict_linear(${HEAD_SERIES}[1d], ${WEEK}) and ${HEAD_SERIES} and on (cluster, namespace, pod) ${thanosPods('receive')}), 0)`,
          },
        ]),
      ],
    },
    {
      title: { en: 'Bucket', ko: '버킷' },
      panels: [
        timeseries(
          { en: 'Chunks written to blocks in a day', ko: '일일 블록 청크 생성량' },
          'bytes',
          {
            '{{cluster}}': `sum by (cluster) (increase(prometheus_tsdb_compaction_chunk_size_bytes_sum{${C}}[1d]) and on (cluster, namespace, pod) ${thanosPods('receive')})`,
          },
          {
            width: 8,
            description: {
              en: 'All replicas, without their indexes, before compaction: what the bucket grows by until the Compactor merges it.',
              ko: '전체 복제본, 인덱스 제외, 컴팩션 이전 기준. Compactor 병합 전까지의 버킷 증가량.',
            },
          },
        ),
        timeseries(
          { en: 'Blocks uploaded in a day', ko: '일일 업로드 블록' },
          'short',
          {
            '{{cluster}} {{pod}}': `sum by (cluster, pod) (increase(thanos_shipper_uploads_total{${C}}[1d]))`,
          },
          { width: 8 },
        ),
        timeseries(
          { en: 'Blocks in the bucket', ko: '버킷 블록 수' },
          'short',
          [
            {
              legend: { en: '{{cluster}} now', ko: '{{cluster}} 현재' },
              expr: `max by (cluster) (${LOADED} and on (cluster, namespace, pod) ${thanosPods('store')})`,
            },
            {
              legend: { en: '{{cluster}} in a week', ko: '{{cluster}} 7일 후' },
              expr: `clamp_min(max by (cluster) (predict_linear(${LOADED}[1d], ${WEEK}) and ${LOADED} and on (cluster, namespace, pod) ${thanosPods('store')}), 0)`,
            },
          ],
          { width: 8 },
        ),
      ],
    },
    {
      title: { en: 'Memory against limits', ko: '메모리 (limit 대비)' },
      panels: [
        bars(
          {
            en: 'Memory in a week, share of the limit: highest 15',
            ko: '7일 후 예상 메모리 상위 15 (limit 대비)',
          },
          'percentunit',
          {
            '{{cluster}} {{pod}} {{container}}': `topk(15, clamp_min(${BY_CONTAINER} (predict_linear(${MEMORY}[1d], ${WEEK}) and ${MEMORY}) / ${MEMORY_LIMIT}, 0)
and on (cluster, namespace, pod) ${PIPELINE_PODS})`,
          },
          { thresholds: SHARE_IN_A_WEEK, max: 1 },
        ),
        bars(
          {
            en: 'Most memory of the last day, share of the limit: highest 15',
            ko: '최근 1일 최대 메모리 상위 15 (limit 대비)',
          },
          'percentunit',
          {
            '{{cluster}} {{pod}} {{container}}': `topk(15, ${BY_CONTAINER} (max_over_time(${MEMORY}[1d]) and ${MEMORY}) / ${MEMORY_LIMIT}
and on (cluster, namespace, pod) ${PIPELINE_PODS})`,
          },
          { thresholds: SHARE, max: 1 },
        ),
      ],
    },
  ],
};
