import type { RuleGroup } from './rule.ts';
import { NAMESPACE } from './shared/labels.ts';

const CLAIM = `${NAMESPACE}, persistentvolumeclaim`;
const IN_PIPELINE = 'and on (cluster, namespace) cluster_namespace:pipeline_build_info:present6h';
const WHICH = '{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}';

/** Volumes of the pipeline's namespaces: kubelet (volume_stats.go) and kube-state-metrics. */
export const group: RuleGroup = {
  name: 'storage',
  interval: '1m',
  rules: [
    {
      record: 'cluster_namespace_persistentvolumeclaim:volume_used:ratio',
      expr: `
        1 - max by (${CLAIM}) (kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes)
        ${IN_PIPELINE}`,
    },
    {
      alert: 'VolumeFilling',
      expr: `
        cluster_namespace_persistentvolumeclaim:volume_used:ratio > 0.85
        or
        (
          cluster_namespace_persistentvolumeclaim:volume_used:ratio > 0.6
          and on (cluster, namespace, persistentvolumeclaim)
            predict_linear(kubelet_volume_stats_available_bytes[6h], 24 * 3600) < 0
        )`,
      for: '10m',
      severity: 'warning',
      mode: 'storage/disk-full',
      summary: {
        en: `${WHICH}: {{ $value | humanizePercentage }} used`,
        ko: `${WHICH}: 볼륨 사용률 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Over 85 %, or full within a day at the pace of the last six hours.',
        ko: '85% 초과 또는 최근 6시간 추세 기준 하루 내 소진 예상.',
      },
    },
    {
      alert: 'VolumeFull',
      expr: 'cluster_namespace_persistentvolumeclaim:volume_used:ratio > 0.95',
      for: '2m',
      severity: 'critical',
      mode: 'storage/disk-full',
      summary: {
        en: `${WHICH}: {{ $value | humanizePercentage }} used, writes are about to fail`,
        ko: `${WHICH}: 볼륨 사용률 {{ $value | humanizePercentage }}, 쓰기 실패 임박`,
      },
      description: {
        en: 'Grow the claim, or give the process less to keep. Nothing that was not uploaded may be deleted.',
        ko: '볼륨 확장 또는 보관량 축소 필요. 업로드되지 않은 데이터 삭제 금지.',
      },
    },
    {
      alert: 'VolumeInodesLow',
      expr: `
        min by (${CLAIM}) (kubelet_volume_stats_inodes_free / kubelet_volume_stats_inodes) < 0.05
        ${IN_PIPELINE}`,
      for: '10m',
      severity: 'warning',
      mode: 'storage/disk-full',
      summary: {
        en: `${WHICH}: {{ $value | humanizePercentage }} of the inodes are left`,
        ko: `${WHICH}: 남은 inode {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Without inodes no file can be made, however much room is left.',
        ko: 'inode 소진 시 여유 공간과 무관하게 파일 생성 불가.',
      },
    },
    {
      // A claim that waits for its first pod is Pending by design: only one that a pod mounts counts.
      alert: 'ClaimPending',
      expr: `
        max by (${CLAIM}, phase) (kube_persistentvolumeclaim_status_phase{phase=~"Pending|Lost"}) == 1
        and on (cluster, namespace, persistentvolumeclaim) kube_pod_spec_volumes_persistentvolumeclaims_info
        ${IN_PIPELINE}`,
      for: '3m',
      severity: 'critical',
      mode: 'storage/storageclass-missing',
      summary: {
        en: `${WHICH}: the claim is {{ $labels.phase }}`,
        ko: `${WHICH}: PVC {{ $labels.phase }} 상태`,
      },
      description: {
        en: 'A pod waits for this claim and cannot start. Its StorageClass is not there, nothing provisions it, or its volume is gone.',
        ko: '파드가 이 PVC를 기다리며 기동 불가. StorageClass 없음, 프로비저너 부재 또는 볼륨 소실.',
      },
    },
  ],
};
