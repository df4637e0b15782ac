import type { AlertRule, RuleGroup, Text } from './rule.ts';
import { POD, THIS_POD } from './shared/labels.ts';

const CONTAINER = `${POD}, container`;
const ON_CONTAINER = 'on (cluster, namespace, pod, container) group_left ()';
const limit = (resource: string) =>
  `max by (cluster, namespace, pod, container) (kube_pod_container_resource_limits{resource="${resource}"})`;

interface Near {
  alert: string;
  series: string;
  threshold: number;
  severity: AlertRule['severity'];
  mode: string;
  what: Text;
  description: Text;
}

function near({ alert, series, threshold, severity, mode, what, description }: Near): AlertRule {
  return {
    alert,
    expr: `cluster_namespace_pod_container:${series} > ${threshold}`,
    for: '5m',
    severity,
    mode,
    summary: {
      en: `${THIS_POD}: {{ $labels.container }} uses {{ $value | humanizePercentage }} of its ${what.en} limit`,
      ko: `${THIS_POD}: {{ $labels.container }} ${what.ko} 제한 대비 사용률 {{ $value | humanizePercentage }}`,
    },
    description,
  };
}

const MEMORY: Text = { en: 'memory', ko: '메모리' };
const CPU: Text = { en: 'CPU', ko: 'CPU' };

/**
 * Containers that have a limit and come near it, of any namespace. The share is of the container's own limit: a
 * share of the node says nothing about a container.
 */
export const group: RuleGroup = {
  name: 'limits',
  interval: '1m',
  rules: [
    {
      // Rows of cAdvisor without a container are whole pods and cgroups.
      record: 'cluster_namespace_pod_container:memory_of_limit:ratio',
      expr: `
        max by (${CONTAINER}) (container_memory_working_set_bytes{container!=""})
        / ${ON_CONTAINER} (${limit('memory')} > 0)`,
    },
    {
      record: 'cluster_namespace_pod_container:cpu_of_limit:ratio_rate5m',
      expr: `
        sum by (${CONTAINER}) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))
        / ${ON_CONTAINER} (${limit('cpu')} > 0)`,
    },
    near({
      alert: 'ContainerMemoryHigh',
      series: 'memory_of_limit:ratio',
      threshold: 0.8,
      severity: 'warning',
      mode: 'workload/memory-near-limit',
      what: MEMORY,
      description: {
        en: 'At its memory limit the container is killed.',
        ko: '메모리 제한 도달 시 컨테이너 강제 종료.',
      },
    }),
    near({
      alert: 'ContainerMemoryCritical',
      series: 'memory_of_limit:ratio',
      threshold: 0.9,
      severity: 'critical',
      mode: 'workload/memory-near-limit',
      what: MEMORY,
      description: {
        en: 'The container is about to be killed for its memory. Find what grew before the limit is raised.',
        ko: '메모리 초과로 인한 강제 종료 임박. 제한 상향 전 증가 원인 확인 필요.',
      },
    }),
    near({
      alert: 'ContainerCPUHigh',
      series: 'cpu_of_limit:ratio_rate5m',
      threshold: 0.8,
      severity: 'warning',
      mode: 'workload/cpu-starved',
      what: CPU,
      description: {
        en: 'Bursts are already throttled at this average.',
        ko: '이 평균이면 순간 부하에서 이미 스로틀링 발생.',
      },
    }),
    near({
      alert: 'ContainerCPUCritical',
      series: 'cpu_of_limit:ratio_rate5m',
      threshold: 0.9,
      severity: 'critical',
      mode: 'workload/cpu-starved',
      what: CPU,
      description: {
        en: 'The container is throttled most of the time: its work falls behind and its probes may fail.',
        ko: '대부분의 시간 동안 스로틀링 상태. 작업 지연, 프로브 실패 가능.',
      },
    }),
    {
      alert: 'ContainerCPUThrottled',
      expr: `
        sum by (${CONTAINER}) (rate(container_cpu_cfs_throttled_periods_total{container!=""}[5m]))
        / sum by (${CONTAINER}) (rate(container_cpu_cfs_periods_total{container!=""}[5m])) > 0.5
        and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h`,
      for: '10m',
      severity: 'warning',
      mode: 'workload/cpu-starved',
      summary: {
        en: `${THIS_POD}: {{ $labels.container }} is throttled in {{ $value | humanizePercentage }} of its periods`,
        ko: `${THIS_POD}: {{ $labels.container }} CPU 스로틀링 비율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'A part of the pipeline is held back by its CPU limit although its average may look low.',
        ko: '평균 사용률이 낮아 보여도 CPU 제한으로 처리 지연 중인 파이프라인 구성 요소.',
      },
    },
  ],
};
