import type { RuleGroup } from './rule.ts';
import { NAMESPACE, POD, THIS_POD } from './shared/labels.ts';

const CONTAINER = `${POD}, container`;
const IN_PIPELINE = 'and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h';

/** Why a pod of the pipeline does not run, as kube-state-metrics tells it (internal/store/pod.go). */
export const group: RuleGroup = {
  name: 'pods',
  interval: '30s',
  rules: [
    {
      alert: 'PodImageUnavailable',
      expr: `
        max by (${CONTAINER}, reason) (kube_pod_container_status_waiting_reason{
          reason=~"ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|ImageInspectError|RegistryUnavailable"
        }) > 0
        ${IN_PIPELINE}`,
      for: '2m',
      severity: 'critical',
      mode: 'workload/image-unavailable',
      summary: {
        en: `${THIS_POD}: image of {{ $labels.container }} cannot be had ({{ $labels.reason }})`,
        ko: `${THIS_POD}: {{ $labels.container }} 이미지 가져오기 실패 ({{ $labels.reason }})`,
      },
      description: {
        en: 'The node cannot get the image, so the container never starts.',
        ko: '노드에서 이미지를 받지 못해 컨테이너 시작 불가.',
      },
    },
    {
      alert: 'PodConfigMissing',
      expr: `
        max by (${CONTAINER}, reason) (kube_pod_container_status_waiting_reason{
          reason=~"CreateContainerConfigError|CreateContainerError"
        }) > 0
        ${IN_PIPELINE}`,
      for: '2m',
      severity: 'critical',
      mode: 'workload/config-object-missing',
      summary: {
        en: `${THIS_POD}: {{ $labels.container }} cannot be created ({{ $labels.reason }})`,
        ko: `${THIS_POD}: {{ $labels.container }} 생성 실패 ({{ $labels.reason }})`,
      },
      description: {
        en: 'A Secret, ConfigMap or key that the container needs is not there.',
        ko: '컨테이너에 필요한 Secret, ConfigMap 또는 키 없음.',
      },
    },
    {
      // A crash loop alternates between waiting and running, so the last five minutes are looked at.
      alert: 'PodCrashLooping',
      expr: `
        max by (${CONTAINER}) (
          max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m])
        ) > 0
        ${IN_PIPELINE}`,
      for: '2m',
      severity: 'critical',
      mode: 'workload/config-invalid',
      summary: {
        en: `${THIS_POD}: {{ $labels.container }} crashes again and again`,
        ko: `${THIS_POD}: {{ $labels.container }} 반복 재시작`,
      },
      description: {
        en: 'The container ends right after its start and is held back longer each time. Most often it refuses its configuration or its data; the log of the previous run says which.',
        ko: '컨테이너가 시작 직후 종료되며 재시작 간격 증가 중. 설정 또는 데이터 거부가 대부분이며 이전 실행 로그에서 확인 가능.',
      },
    },
    {
      // The reason of the last end stays for as long as the container lives: only a fresh restart counts.
      alert: 'PodOomKilled',
      expr: `
        max by (${CONTAINER}) (kube_pod_container_status_last_terminated_reason{reason="OOMKilled"}) > 0
        and sum by (${CONTAINER}) (increase(kube_pod_container_status_restarts_total[10m])) > 0
        ${IN_PIPELINE}`,
      severity: 'critical',
      mode: 'workload/oom-killed',
      summary: {
        en: `${THIS_POD}: {{ $labels.container }} was killed for its memory`,
        ko: `${THIS_POD}: {{ $labels.container }} 메모리 초과로 강제 종료`,
      },
      description: {
        en: 'The container reached its memory limit within the last ten minutes. What an Agent had not sent yet and held only in its queue is lost.',
        ko: '최근 10분 내 메모리 제한 초과. Agent의 경우 큐에만 있던 미전송 샘플 유실.',
      },
    },
    {
      alert: 'PodUnschedulable',
      expr: `
        max by (${POD}) (kube_pod_status_unschedulable) > 0
        ${IN_PIPELINE}`,
      for: '3m',
      severity: 'critical',
      mode: 'workload/unschedulable',
      summary: {
        en: `${THIS_POD}: no node takes the pod`,
        ko: `${THIS_POD}: 배치 가능한 노드 없음`,
      },
      description: {
        en: 'CPU, memory, a taint, an affinity or a volume keeps the pod from every node.',
        ko: 'CPU, 메모리, 테인트, 어피니티 또는 볼륨 조건을 만족하는 노드 없음.',
      },
    },
    {
      alert: 'PipelineNodeNotReady',
      expr: `
        count by (${NAMESPACE}, node) (kube_pod_info{node!=""})
        ${IN_PIPELINE}
        and on (cluster, node) kube_node_status_condition{condition="Ready", status=~"false|unknown"} == 1`,
      for: '3m',
      severity: 'critical',
      mode: 'workload/node-lost',
      summary: {
        en: '{{ $labels.cluster }}: node {{ $labels.node }} is not ready, {{ $value }} pods of {{ $labels.namespace }} are on it',
        ko: '{{ $labels.cluster }}: 노드 {{ $labels.node }} NotReady, {{ $labels.namespace }} 파드 {{ $value }}개 영향',
      },
      description: {
        en: 'The node stopped reporting or said that it is unwell. Pods with a volume of this node cannot start elsewhere.',
        ko: '노드 보고 중단 또는 이상 상태. 해당 노드 볼륨을 쓰는 파드는 다른 노드에서 기동 불가.',
      },
    },
  ],
};
