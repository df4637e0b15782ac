import type { Row } from '../dashboard.ts';
import { CHOSEN } from './chosen.ts';
import { ANY_IS_A_WARNING, ANY_IS_CRITICAL, SHARE, stat, timeseries } from './panels.ts';

const LEGEND = '{{cluster}} {{pod}} {{container}}';
const BY = 'by (cluster, namespace, pod, container)';
const SPACES = 'cluster=~"$cluster", namespace=~"$namespace"';

/**
 * What the chosen pods use, against their limits: a share of the node would say the same of every pod. The
 * limits come from kube-state-metrics, the use from the kubelet; both carry the labels of the pod itself.
 */
export const POD_ROW: Row = {
  title: { en: 'Pods against their limits', ko: '파드 리소스 (limit 대비)' },
  panels: [
    timeseries(
      { en: 'Memory, share of the limit', ko: '메모리 사용률 (limit 대비)' },
      'percentunit',
      {
        [LEGEND]: `max ${BY} (container_memory_working_set_bytes{${CHOSEN}, container!=""})
/ max ${BY} (kube_pod_container_resource_limits{${CHOSEN}, resource="memory"})`,
      },
      {
        thresholds: SHARE,
        description: {
          en: 'Working set: what the kernel cannot take back. At 100 % the container is OOM-killed.',
          ko: 'Working set 기준. 100 % 도달 시 OOM Kill.',
        },
      },
    ),
    timeseries(
      { en: 'CPU, share of the limit', ko: 'CPU 사용률 (limit 대비)' },
      'percentunit',
      {
        [LEGEND]: `sum ${BY} (rate(container_cpu_usage_seconds_total{${CHOSEN}, container!=""}[$__rate_interval]))
/ max ${BY} (kube_pod_container_resource_limits{${CHOSEN}, resource="cpu"})`,
      },
      { thresholds: SHARE },
    ),
    timeseries(
      { en: 'CPU throttling', ko: 'CPU 스로틀링' },
      'percentunit',
      {
        [LEGEND]: `sum ${BY} (rate(container_cpu_cfs_throttled_periods_total{${CHOSEN}, container!=""}[$__rate_interval]))
/ sum ${BY} (rate(container_cpu_cfs_periods_total{${CHOSEN}, container!=""}[$__rate_interval]))`,
      },
      {
        max: 1,
        width: 8,
        description: {
          en: 'Share of the scheduling periods in which the container ran into its CPU limit.',
          ko: 'CPU limit에 걸린 스케줄링 주기의 비율.',
        },
      },
    ),
    timeseries(
      { en: 'Container restarts', ko: '컨테이너 재시작' },
      'short',
      {
        [LEGEND]: `sum ${BY} (increase(kube_pod_container_status_restarts_total{${CHOSEN}}[$__rate_interval]))`,
      },
      { width: 8 },
    ),
    timeseries(
      { en: 'Volumes, share used', ko: '볼륨 사용률' },
      'percentunit',
      {
        '{{cluster}} {{persistentvolumeclaim}}': `max by (cluster, namespace, persistentvolumeclaim) (
  1 - kubelet_volume_stats_available_bytes{${SPACES}} / kubelet_volume_stats_capacity_bytes{${SPACES}}
) and on (cluster, namespace, persistentvolumeclaim) kube_pod_spec_volumes_persistentvolumeclaims_info{${CHOSEN}}`,
      },
      { thresholds: SHARE, max: 1, width: 8 },
    ),
    stat(
      { en: 'Pods not ready', ko: '준비되지 않은 파드' },
      'short',
      `sum(kube_pod_status_ready{${CHOSEN}, condition="true"} == bool 0)`,
      { thresholds: ANY_IS_CRITICAL, width: 8 },
    ),
    stat(
      { en: 'Containers last ended by an OOM kill', ko: '마지막 종료가 OOM Kill인 컨테이너' },
      'short',
      `sum(kube_pod_container_status_last_terminated_reason{${CHOSEN}, reason="OOMKilled"})
or 0 * count(kube_pod_container_info{${CHOSEN}})`,
      { thresholds: ANY_IS_CRITICAL, width: 8 },
    ),
    stat(
      { en: 'Containers without a memory limit', ko: '메모리 limit 없는 컨테이너' },
      'short',
      `count(
  kube_pod_container_info{${CHOSEN}}
  unless on (cluster, namespace, pod, container) kube_pod_container_resource_limits{${CHOSEN}, resource="memory"}
) or 0 * count(kube_pod_container_info{${CHOSEN}})`,
      {
        thresholds: ANY_IS_A_WARNING,
        width: 8,
        description: {
          en: 'They are missing from the panels above, and nothing but the node stops them.',
          ko: '위 사용률 패널에 나타나지 않음. 노드 외에는 사용량 제한 없음.',
        },
      },
    ),
  ],
};
