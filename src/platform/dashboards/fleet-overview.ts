import type { Dashboard } from './dashboard.ts';
import {
  ANY_IS_A_WARNING,
  ANY_IS_CRITICAL,
  BEHIND,
  bars,
  SHARE,
  stat,
  table,
  timeseries,
} from './shared/panels.ts';
import { PIPELINE_PODS } from './shared/pipeline-pods.ts';
import { remoteWriteLag } from './shared/remote-write-lag.ts';

const C = 'cluster=~"$cluster"';
const LAG = remoteWriteLag(C);
const SENT = `sum by (cluster) (rate(prometheus_remote_storage_samples_total{${C}}[$__rate_interval]))`;
const REAL_DISK = `${C}, fstype!~"tmpfs|overlay|squashfs|ramfs"`;

const NEWEST = `max by (cluster) (timestamp(up{${C}}))`;

/** An instant query forgets a series after five minutes: steps of five minutes over the range find it again. */
const NEWEST_IN_RANGE = `max by (cluster) (max_over_time(timestamp(up{${C}})[$__range:5m]))`;

export const dashboard: Dashboard = {
  uid: 'fleetmedic-fleet-overview',
  title: { en: 'Fleet overview', ko: '플릿 개요' },
  description: {
    en: 'All clusters at once: which are silent, which lag, what is not ready. The panels of the hub need its cluster among the chosen ones.',
    ko: '전체 클러스터 현황: 수신 중단, 지연, 미준비 구성 요소. 중앙 클러스터 패널은 해당 클러스터 선택 시에만 표시.',
  },
  rows: [
    {
      title: { en: 'Clusters', ko: '클러스터' },
      panels: [
        stat({ en: 'Clusters sending', ko: '수신 중인 클러스터' }, 'short', `count(${NEWEST})`),
        stat(
          { en: 'Silent clusters', ko: '수신 중단 클러스터' },
          'short',
          `count(${NEWEST_IN_RANGE} unless ${NEWEST}) or 0 * count(${NEWEST})`,
          {
            thresholds: ANY_IS_CRITICAL,
            description: {
              en: 'Seen in the chosen time range, but not in the last five minutes.',
              ko: '조회 기간에는 수신했으나 최근 5분간 샘플 없음.',
            },
          },
        ),
        stat({ en: 'Targets down', ko: '다운된 타깃' }, 'short', `sum(up{${C}} == bool 0)`, {
          thresholds: ANY_IS_A_WARNING,
        }),
        stat({ en: 'Largest remote write lag', ko: '최대 Remote Write 지연' }, 's', `max(${LAG})`, {
          thresholds: BEHIND,
        }),
        stat({ en: 'Samples sent', ko: '전송 샘플' }, 'cps', `sum(${SENT})`),
        stat(
          { en: 'Active alerts', ko: '활성 알림' },
          'short',
          `max(alertmanager_alerts{${C}, state="active"})`,
          { thresholds: ANY_IS_A_WARNING },
        ),
        table(
          { en: 'Every cluster', ko: '클러스터별 상태' },
          [
            {
              legend: { en: 'Last sample, age', ko: '마지막 샘플 경과' },
              expr: `time() - (${NEWEST} or ${NEWEST_IN_RANGE})`,
              unit: 's',
              thresholds: [
                { level: 'ok' },
                { from: 120, level: 'warning' },
                { from: 300, level: 'critical' },
              ],
            },
            {
              legend: { en: 'Targets up', ko: '정상 타깃 비율' },
              expr: `avg by (cluster) (up{${C}})`,
              unit: 'percentunit',
              thresholds: [{ level: 'critical' }, { from: 0.9, level: 'warning' }, { from: 1, level: 'ok' }],
            },
            {
              legend: { en: 'Remote write lag', ko: 'Remote Write 지연' },
              expr: `max by (cluster) (${LAG})`,
              unit: 's',
              thresholds: BEHIND,
            },
            {
              legend: { en: 'Sends not accepted', ko: '전송 실패율' },
              expr: `sum by (cluster) (
  rate(prometheus_remote_storage_samples_failed_total{${C}}[$__rate_interval])
  + rate(prometheus_remote_storage_samples_retried_total{${C}}[$__rate_interval])
) / ${SENT}`,
              unit: 'percentunit',
              thresholds: [
                { level: 'ok' },
                { from: 0.005, level: 'warning' },
                { from: 0.05, level: 'critical' },
              ],
            },
            { legend: { en: 'Samples sent', ko: '전송 샘플' }, expr: SENT, unit: 'cps' },
            {
              legend: { en: 'Active series', ko: '활성 시계열' },
              expr: `sum by (cluster) (prometheus_agent_active_series{${C}})`,
            },
          ],
          {
            description: {
              en: 'A silent cluster keeps its row as long as the chosen time range reaches back to it.',
              ko: '수신 중단 클러스터는 조회 기간 안에 샘플이 있는 한 계속 표시.',
            },
          },
        ),
      ],
    },
    {
      title: { en: 'Scraping and sending', ko: '수집 및 전송' },
      panels: [
        timeseries(
          { en: 'Targets up', ko: '정상 타깃 비율' },
          'percentunit',
          { '{{cluster}}': `avg by (cluster) (up{${C}})` },
          { max: 1 },
        ),
        timeseries(
          { en: 'Remote write lag', ko: 'Remote Write 지연' },
          's',
          { '{{cluster}}': `max by (cluster) (${LAG})` },
          { thresholds: BEHIND },
        ),
        timeseries({ en: 'Samples sent', ko: '전송 샘플' }, 'cps', { '{{cluster}}': SENT }),
        table(
          { en: 'Targets that are down', ko: '다운된 타깃 목록' },
          [
            {
              legend: { en: 'Down', ko: '다운' },
              expr: `max by (cluster, namespace, job, pod, instance) (1 - (up{${C}} == 0))`,
            },
          ],
          { width: 12 },
        ),
      ],
    },
    {
      title: { en: 'Hub', ko: '중앙 클러스터' },
      panels: [
        timeseries(
          { en: 'Workloads of the pipeline, replicas ready', ko: '파이프라인 워크로드 준비 비율' },
          'percentunit',
          {
            '{{cluster}} {{statefulset}}': `max by (cluster, namespace, statefulset) (kube_statefulset_status_replicas_ready{${C}})
/ (max by (cluster, namespace, statefulset) (kube_statefulset_replicas{${C}}) > 0)
and on (cluster, namespace) ${PIPELINE_PODS}`,
            '{{cluster}} {{deployment}}': `max by (cluster, namespace, deployment) (kube_deployment_status_replicas_available{${C}})
/ (max by (cluster, namespace, deployment) (kube_deployment_spec_replicas{${C}}) > 0)
and on (cluster, namespace) ${PIPELINE_PODS}`,
          },
          { max: 1 },
        ),
        timeseries({ en: 'Writes that Receive did not accept', ko: 'Receive 쓰기 거부 및 실패' }, 'reqps', {
          '{{cluster}} {{code}}': `sum by (cluster, code) (rate(http_requests_total{${C}, handler="receive", code!~"2.."}[$__rate_interval]))`,
        }),
        timeseries({ en: 'Query latency, 99th percentile', ko: '쿼리 지연 p99' }, 's', {
          '{{cluster}} {{handler}}': `histogram_quantile(0.99, sum by (cluster, handler, le) (
  rate(http_request_duration_seconds_bucket{${C}, handler=~"query|query_range|query-frontend"}[$__rate_interval])
))`,
        }),
        timeseries({ en: 'Object storage, failed operations', ko: '오브젝트 스토리지 작업 실패' }, 'ops', {
          '{{cluster}} {{job}} {{operation}}': `sum by (cluster, job, operation) (rate(thanos_objstore_bucket_operation_failures_total{${C}}[$__rate_interval]))`,
        }),
      ],
    },
    {
      title: { en: 'Pods and nodes', ko: '파드 및 노드' },
      panels: [
        bars(
          { en: 'Memory, share of the limit: highest 15', ko: '메모리 사용률 상위 15 (limit 대비)' },
          'percentunit',
          {
            '{{cluster}} {{pod}} {{container}}': `topk(15,
  max by (cluster, namespace, pod, container) (container_memory_working_set_bytes{${C}, container!=""})
  / max by (cluster, namespace, pod, container) (kube_pod_container_resource_limits{${C}, resource="memory"})
  and on (cluster, namespace) ${PIPELINE_PODS}
)`,
          },
          { thresholds: SHARE, max: 1 },
        ),
        bars(
          { en: 'Restarts in the time range: highest 15', ko: '조회 기간 재시작 상위 15' },
          'short',
          {
            '{{cluster}} {{pod}} {{container}}': `topk(15,
  sum by (cluster, namespace, pod, container) (increase(kube_pod_container_status_restarts_total{${C}}[$__range])) > 0
  and on (cluster, namespace) ${PIPELINE_PODS}
)`,
          },
          { thresholds: ANY_IS_A_WARNING, decimals: 0 },
        ),
        timeseries(
          { en: 'Nodes, CPU used', ko: '노드 CPU 사용률' },
          'percentunit',
          {
            '{{cluster}} {{instance}}': `1 - avg by (cluster, instance) (rate(node_cpu_seconds_total{${C}, mode="idle"}[$__rate_interval]))`,
          },
          { max: 1, width: 8 },
        ),
        timeseries(
          { en: 'Nodes, memory used', ko: '노드 메모리 사용률' },
          'percentunit',
          {
            '{{cluster}} {{instance}}': `1 - node_memory_MemAvailable_bytes{${C}} / node_memory_MemTotal_bytes{${C}}`,
          },
          { max: 1, width: 8 },
        ),
        timeseries(
          { en: 'Nodes, fullest file system', ko: '노드 파일시스템 최대 사용률' },
          'percentunit',
          {
            '{{cluster}} {{instance}}': `max by (cluster, instance) (1 - node_filesystem_avail_bytes{${REAL_DISK}} / node_filesystem_size_bytes{${REAL_DISK}})`,
          },
          { max: 1, width: 8 },
        ),
      ],
    },
  ],
};
