import type { RecordingRule, RuleGroup } from './rule.ts';
import { NAMESPACE, PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

interface Kind {
  kind: string;
  label: string;
  wanted: string;
  ready: string;
  updated: string;
}

/** Names of kube-state-metrics 2.x (internal/store/{statefulset,deployment,daemonset}.go). */
const KINDS: readonly Kind[] = [
  {
    kind: 'StatefulSet',
    label: 'statefulset',
    wanted: 'kube_statefulset_replicas',
    ready: 'kube_statefulset_status_replicas_ready',
    updated: 'kube_statefulset_status_replicas_updated',
  },
  {
    kind: 'Deployment',
    label: 'deployment',
    wanted: 'kube_deployment_spec_replicas',
    ready: 'kube_deployment_status_replicas_ready',
    updated: 'kube_deployment_status_replicas_updated',
  },
  {
    kind: 'DaemonSet',
    label: 'daemonset',
    wanted: 'kube_daemonset_status_desired_number_scheduled',
    ready: 'kube_daemonset_status_number_ready',
    updated: 'kube_daemonset_status_updated_number_scheduled',
  },
];

const WHICH = '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.workload }}';

/** One series for a workload, whatever its kind, in the namespaces where the pipeline runs. */
function replicas(operation: 'wanted' | 'ready' | 'updated'): RecordingRule[] {
  return KINDS.map((kind) => ({
    record: `cluster_namespace_workload:replicas_${operation}:max`,
    expr: `
      max by (${NAMESPACE}, workload) (
        label_replace(${kind[operation]}, "workload", "$1", "${kind.label}", "(.+)")
      )
      and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h`,
    labels: { kind: kind.kind },
  }));
}

/**
 * The pipeline's workloads, in every cluster. They are not known by name: it is each workload of a namespace
 * where a part of the pipeline told its version within the last hours. Rules per job with `absent()` do not see
 * one dead replica of three, and a pod that is gone is no target any more: so the wanted replicas are compared
 * with the ready ones, each process with its `up`, and each job with its own past.
 */
export const group: RuleGroup = {
  name: 'workloads',
  interval: '30s',
  rules: [
    {
      record: 'cluster_namespace:pipeline_build_info:present6h',
      expr: `
        group by (${NAMESPACE}) (last_over_time({
          __name__=~"prometheus_build_info|thanos_build_info|alertmanager_build_info|grafana_build_info|prometheus_operator_build_info",
          namespace!=""
        }[6h]))`,
    },
    ...replicas('wanted'),
    ...replicas('ready'),
    ...replicas('updated'),
    {
      record: 'cluster_namespace_job:up:count',
      expr: `
        count by (${NAMESPACE}, job) (up)
        and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h`,
    },
    {
      // 3 min and one scrape: about 3 min 45 s after the pod broke. An update that makes progress resets the
      // wait, so a large StatefulSet may roll as long as it needs; one that got stuck is seen 3 min later.
      alert: 'PipelineReplicaDown',
      expr: `
        cluster_namespace_workload:replicas_wanted:max - cluster_namespace_workload:replicas_ready:max > 0
        unless on (cluster, namespace, kind, workload)
          changes(cluster_namespace_workload:replicas_updated:max[3m]) > 0`,
      for: '3m',
      severity: 'warning',
      mode: 'workload/probe-failing',
      summary: {
        en: `${WHICH}: {{ $value }} replicas of the {{ $labels.kind }} are not ready`,
        ko: `${WHICH}: {{ $labels.kind }} 레플리카 {{ $value }}개 준비 안 됨`,
      },
      description: {
        en: 'Fewer replicas are ready than are wanted, and no update is going on. The others may still carry the load; redundancy is gone.',
        ko: '준비된 레플리카가 지정 수보다 적으며 진행 중인 업데이트 없음. 나머지 레플리카로 동작 가능하나 이중화 상실.',
      },
    },
    {
      alert: 'PipelineWorkloadDown',
      expr: `
        cluster_namespace_workload:replicas_ready:max == 0
        and cluster_namespace_workload:replicas_wanted:max > 0`,
      for: '3m',
      severity: 'critical',
      mode: 'workload/probe-failing',
      summary: {
        en: `${WHICH}: no replica of the {{ $labels.kind }} is ready`,
        ko: `${WHICH}: 준비된 {{ $labels.kind }} 레플리카 없음`,
      },
      description: {
        en: 'Every replica of this part of the pipeline is down.',
        ko: '파이프라인 구성 요소의 모든 레플리카 중단.',
      },
    },
    {
      alert: 'PipelineRolloutStuck',
      expr: `
        cluster_namespace_workload:replicas_wanted:max - cluster_namespace_workload:replicas_updated:max > 0
        and changes(cluster_namespace_workload:replicas_updated:max[10m]) == 0`,
      for: '5m',
      severity: 'warning',
      mode: 'workload/rollout-stuck',
      summary: {
        en: `${WHICH}: the update makes no progress, {{ $value }} replicas are old`,
        ko: `${WHICH}: 업데이트 진행 멈춤, 이전 버전 레플리카 {{ $value }}개`,
      },
      description: {
        en: 'Replicas wait for the new version and none was replaced for ten minutes.',
        ko: '10분간 새 버전으로 교체된 레플리카 없음.',
      },
    },
    {
      alert: 'PipelineScaledToZero',
      expr: `
        cluster_namespace_workload:replicas_wanted:max == 0
        and max_over_time(cluster_namespace_workload:replicas_wanted:max[1h]) > 0`,
      for: '2m',
      severity: 'warning',
      mode: 'workload/scaled-to-zero',
      summary: {
        en: `${WHICH}: the {{ $labels.kind }} was scaled to zero`,
        ko: `${WHICH}: {{ $labels.kind }} 레플리카 수 0으로 변경`,
      },
      description: {
        en: 'Somebody or something set the replicas to 0 within the last hour. Nothing else will say that this part is missing.',
        ko: '최근 1시간 내 레플리카 수가 0으로 변경됨. 다른 알림으로는 이 구성 요소의 부재 확인 불가.',
      },
    },
    {
      alert: 'PipelineTargetDown',
      expr: `
        max by (${PROCESS}) (up) == 0
        and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h`,
      for: '3m',
      severity: 'warning',
      mode: 'scrape/target-refused',
      summary: {
        en: `${THIS_PROCESS} ({{ $labels.job }}) cannot be scraped`,
        ko: `${THIS_PROCESS} ({{ $labels.job }}) 스크레이프 실패`,
      },
      description: {
        en: 'The target is known and does not answer with metrics. It is down, or the way to it is blocked.',
        ko: '등록된 타깃의 메트릭 응답 없음. 프로세스 중단 또는 경로 차단.',
      },
    },
    {
      // Instead of `absent(up{job="…"})`: a job that had targets and has none, in a cluster that still reports.
      alert: 'PipelineJobAbsent',
      expr: `
        max_over_time(cluster_namespace_job:up:count[2h])
        unless on (cluster, namespace, job) cluster_namespace_job:up:count
        and on (cluster) group by (cluster) (up)`,
      for: '3m',
      severity: 'critical',
      mode: 'workload/missing',
      summary: {
        en: `${THIS_JOB} has no target any more`,
        ko: `${THIS_JOB} 타깃 전부 사라짐`,
      },
      description: {
        en: 'All targets of this job are gone while its cluster still reports: the workload was deleted or scaled to zero, or its monitor no longer selects it. The alert ends two hours after a removal that was meant.',
        ko: '클러스터는 정상 수신 중이나 해당 job의 타깃 전부 소멸. 워크로드 삭제, 레플리카 0 또는 모니터 선택 조건 불일치. 의도한 제거라면 2시간 뒤 자동 해제.',
      },
    },
    {
      // Prometheus, Thanos (ruler, sidecar's reloader), Alertmanager and the operator's config-reloader.
      alert: 'PipelineConfigStale',
      expr: `
        min by (${PROCESS}) ({
          __name__=~"prometheus_config_last_reload_successful|thanos_rule_config_last_reload_successful|alertmanager_config_last_reload_successful|reloader_last_reload_successful"
        }) == 0`,
      for: '5m',
      severity: 'warning',
      mode: 'workload/config-stale',
      summary: {
        en: `${THIS_PROCESS} refused its new configuration`,
        ko: `${THIS_PROCESS} 새 설정 적용 거부`,
      },
      description: {
        en: 'The last reload failed, so the old configuration still runs. At its next restart the process will not come up.',
        ko: '마지막 설정 재적용 실패로 이전 설정 유지 중. 다음 재시작 시 기동 실패 예상.',
      },
    },
  ],
};
