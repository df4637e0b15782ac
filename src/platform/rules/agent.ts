import type { RuleGroup } from './rule.ts';
import { POD, PROCESS, SAME_POD, SAME_PROCESS, THIS_POD, THIS_PROCESS } from './shared/labels.ts';

const AGENT_POD = `and on (${SAME_POD}) cluster_namespace_pod:prometheus_agent_active_series:seen`;
/** The claims that an agent's pod mounts, whatever they are called: of the operator or of a plain StatefulSet. */
const AGENT_CLAIMS = `(
            max by (${POD}, persistentvolumeclaim) (kube_pod_spec_volumes_persistentvolumeclaims_info)
            ${AGENT_POD}
          )`;
const ON_CLAIM = 'on (cluster, namespace, persistentvolumeclaim) group_left ()';
const perClaim = (metric: string) => `max by (cluster, namespace, persistentvolumeclaim) (${metric})`;

/**
 * The Agent, by what only an Agent exports: `prometheus_agent_*` (tsdb/agent/db.go, the same names from 2.45 to
 * 3.x). It has none of `prometheus_tsdb_head_*`; its WAL does export `prometheus_tsdb_wal_*` (tsdb/wlog/wlog.go).
 *
 * All of this travels over the Agent's own remote write. What stops that is not seen here but as ClusterSilent.
 */
export const group: RuleGroup = {
  name: 'agent',
  interval: '30s',
  rules: [
    {
      // Once seen, an Agent is known for as long as it is a target or a pod, however long it has been down.
      record: 'cluster_job_instance:prometheus_agent_active_series:seen',
      expr: `
        group by (${PROCESS}) (prometheus_agent_active_series)
        or
        (last_over_time(cluster_job_instance:prometheus_agent_active_series:seen[6h]) and on (${SAME_PROCESS}) up)`,
    },
    {
      record: 'cluster_namespace_pod:prometheus_agent_active_series:seen',
      expr: `
        group by (${POD}) (prometheus_agent_active_series{pod!=""})
        or
        (last_over_time(cluster_namespace_pod:prometheus_agent_active_series:seen[6h]) and on (${SAME_POD}) kube_pod_info)`,
    },
    {
      record: 'cluster_namespace_pod:prometheus_agent_wal:ratio',
      labels: { of: 'volume' },
      expr: `
        max by (${POD}) (
          ${AGENT_CLAIMS}
          * ${ON_CLAIM} (
            ${perClaim('kubelet_volume_stats_used_bytes')} / ${perClaim('kubelet_volume_stats_capacity_bytes')}
          )
        )`,
    },
    {
      // Where a volume is a folder of the node's disk (local-path), the kubelet reports the whole disk: there the
      // WAL's own size is held against the size that was asked for.
      record: 'cluster_namespace_pod:prometheus_agent_wal:ratio',
      labels: { of: 'request' },
      expr: `
        max by (${POD}) (
          ${AGENT_CLAIMS}
          * on (${SAME_POD}) group_left () max by (${SAME_POD}) (prometheus_tsdb_wal_storage_size_bytes)
          / ${ON_CLAIM} ${perClaim('kube_persistentvolumeclaim_resource_requests_storage_bytes')}
        )`,
    },
    {
      // The largest container of the pod is the Agent. Without cAdvisor, the process itself.
      record: 'cluster_namespace_pod:prometheus_agent_memory:bytes',
      expr: `
        max by (${POD}) (container_memory_working_set_bytes{container!=""}) ${AGENT_POD}
        or
        max by (${POD}) (process_resident_memory_bytes and on (${SAME_PROCESS}) prometheus_agent_active_series)`,
    },
    {
      // `up` is 0 only where another Agent scrapes this one, and a pod that is not ready is no target of a Service:
      // so an Agent's pod that exists and has not spoken for two minutes counts too. The last Agent of a cluster
      // takes all of this with it, which is ClusterSilent. Two minutes and `for`: 4 min to 4 min 30 s.
      alert: 'PrometheusAgentDown',
      expr: `
        max by (${POD}, instance) (
          up == 0 and on (${SAME_PROCESS}) cluster_job_instance:prometheus_agent_active_series:seen
        )
        or
        (
          cluster_namespace_pod:prometheus_agent_active_series:seen
          unless on (${SAME_POD}) max_over_time(prometheus_agent_active_series[2m])
          unless on (${SAME_POD}) up == 0
          and on (${SAME_POD}) kube_pod_info
        )`,
      for: '2m',
      severity: 'critical',
      mode: 'workload/probe-failing',
      summary: {
        en: `${THIS_PROCESS}: Prometheus Agent is down`,
        ko: `${THIS_PROCESS}: Prometheus Agent 중단`,
      },
      description: {
        en: 'The Agent does not answer, so its targets are not scraped. Other Agents of the cluster still send.',
        ko: 'Agent 응답 없음, 담당 타깃 수집 중단. 같은 클러스터의 다른 Agent는 전송 지속.',
      },
    },
    {
      // `prometheus_agent_corruptions_total` counts only checkpoints that failed on a damaged segment; damage found
      // at start is repaired and logged, never counted. So the reader of remote write, which reads every record,
      // is watched as well. Its counter has no series before the first error: a new series is an increase.
      // A server in the same seat counts in `prometheus_tsdb_wal_corruptions_total`.
      alert: 'WALCorruption',
      expr: `
        sum by (${PROCESS}) (increase(prometheus_agent_corruptions_total[1h])) > 0
        or
        sum by (${PROCESS}) (increase(prometheus_tsdb_wal_reader_corruption_errors_total[1h])) > 0
        or
        sum by (${PROCESS}) (prometheus_tsdb_wal_reader_corruption_errors_total
          unless prometheus_tsdb_wal_reader_corruption_errors_total offset 1h) > 0
        or
        sum by (${PROCESS}) (increase(prometheus_tsdb_wal_corruptions_total[1h])
          unless on (${SAME_PROCESS}) thanos_build_info) > 0`,
      severity: 'critical',
      mode: 'agent/wal-corrupt',
      summary: {
        en: `${THIS_PROCESS}: the WAL is damaged`,
        ko: `${THIS_PROCESS}: WAL 손상 감지`,
      },
      description: {
        en: 'Records of the WAL could not be read within the last hour. What follows them in the segment was not sent, and a checkpoint that keeps failing lets the WAL grow.',
        ko: '최근 1시간 내 읽을 수 없는 WAL 레코드 발생. 해당 세그먼트의 이후 레코드 미전송, 체크포인트 실패 지속 시 WAL 증가.',
      },
    },
    {
      alert: 'AgentWALWritesFailing',
      expr: `
        sum by (${PROCESS}) (increase(prometheus_tsdb_wal_writes_failed_total[5m])
          and on (${SAME_PROCESS}) prometheus_agent_active_series) > 0
        or
        sum by (${PROCESS}) (increase(prometheus_agent_checkpoint_creations_failed_total[1h])) > 0
        or
        sum by (${PROCESS}) (increase(prometheus_tsdb_wal_truncations_failed_total[1h])
          and on (${SAME_PROCESS}) prometheus_agent_active_series) > 0`,
      severity: 'critical',
      mode: 'storage/io-error',
      summary: {
        en: `${THIS_PROCESS}: the Agent cannot write or shorten its WAL`,
        ko: `${THIS_PROCESS}: Agent WAL 쓰기 또는 정리 실패`,
      },
      description: {
        en: 'Writes, checkpoints or truncations of the WAL failed. Samples are lost, or the volume fills.',
        ko: 'WAL 쓰기, 체크포인트 또는 truncate 실패. 샘플 유실 또는 볼륨 소진 위험.',
      },
    },
    {
      // A DaemonSet's Agent has no claim and is not covered.
      alert: 'AgentWALFilling',
      expr: `max by (${POD}) (cluster_namespace_pod:prometheus_agent_wal:ratio) > 0.8`,
      for: '5m',
      severity: 'warning',
      mode: 'agent/wal-backlog',
      summary: {
        en: `${THIS_POD}: {{ $value | humanizePercentage }} of the WAL volume is used`,
        ko: `${THIS_POD}: WAL 볼륨 사용률 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'The goal is 80 %. The WAL grows when remote write does not take what is scraped, or when the number of series grew.',
        ko: '목표 80% 초과. 원격 쓰기 지연 또는 시계열 수 증가 시 WAL 증가.',
      },
    },
    {
      alert: 'AgentHighMemory',
      expr: `
        max by (${POD}, container) (container_memory_working_set_bytes{container!=""})
        / on (${SAME_POD}, container) group_left () (
          max by (${SAME_POD}, container) (kube_pod_container_resource_limits{resource="memory"})
          or
          max by (${SAME_POD}, container) (container_spec_memory_limit_bytes{container!=""} > 0)
        ) > 0.9
        ${AGENT_POD}`,
      for: '5m',
      severity: 'warning',
      mode: 'workload/memory-near-limit',
      summary: {
        en: `${THIS_POD}: {{ $labels.container }} uses {{ $value | humanizePercentage }} of its memory limit`,
        ko: `${THIS_POD}: {{ $labels.container }} 메모리 제한 대비 사용률 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'At the limit the Agent is killed, and samples that only its queue held are lost.',
        ko: '제한 도달 시 Agent 강제 종료, 큐에만 있던 샘플 유실.',
      },
    },
  ],
};
