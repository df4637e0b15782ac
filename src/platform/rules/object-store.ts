import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, SAME_PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

const OPERATION = `${JOB}, bucket, operation`;

/**
 * The bucket, as Thanos meets it: thanos-io/objstore, objstore.go, every operation counted from 0 at start, and a
 * failure that the caller expects (an object that is not there) left out. The same names from 0.32 to 0.42.
 */
export const group: RuleGroup = {
  name: 'object-store',
  interval: '30s',
  rules: [
    {
      record: 'cluster_job_operation:objstore_failures:ratio_rate10m',
      expr: `
        sum by (${OPERATION}) (rate(thanos_objstore_bucket_operation_failures_total[10m]))
        / (sum by (${OPERATION}) (rate(thanos_objstore_bucket_operations_total[10m])) > 0)`,
    },
    {
      // Refused credentials fail every operation of a kind; shippers try again each half minute, so it shows.
      alert: 'ObjectStoreRefusing',
      expr: 'cluster_job_operation:objstore_failures:ratio_rate10m > 0.5',
      for: '3m',
      severity: 'critical',
      mode: 'objstore/access-denied',
      summary: {
        en: `${THIS_JOB}: bucket {{ $labels.bucket }} refuses {{ $labels.operation }} ({{ $value | humanizePercentage }})`,
        ko: `${THIS_JOB}: 버킷 {{ $labels.bucket }} {{ $labels.operation }} 거부 ({{ $value | humanizePercentage }})`,
      },
      description: {
        en: 'Most operations of this kind fail: the identity may not do it, its key is unknown, the bucket is gone or its endpoint does not answer. Uploads wait on disk; queries of old data fail.',
        ko: '해당 작업 대부분 실패. 권한 부족, 잘못된 키, 버킷 없음 또는 엔드포인트 무응답. 업로드는 디스크에서 대기, 과거 데이터 쿼리 실패.',
      },
    },
    {
      alert: 'ObjectStoreErrors',
      expr: 'cluster_job_operation:objstore_failures:ratio_rate10m > 0.05',
      for: '10m',
      severity: 'warning',
      mode: 'objstore/throttled',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of {{ $labels.operation }} on bucket {{ $labels.bucket }} fail`,
        ko: `${THIS_JOB}: 버킷 {{ $labels.bucket }} {{ $labels.operation }} 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Part of the operations fail: the bucket throttles, or the way to it loses requests.',
        ko: '일부 작업 실패. 버킷 측 속도 제한 또는 경로상 유실.',
      },
    },
    {
      alert: 'StoreSyncFailing',
      expr: `sum by (${PROCESS}) (rate(thanos_blocks_meta_sync_failures_total[10m])) > 0`,
      for: '5m',
      severity: 'warning',
      mode: 'store/sync-failing',
      summary: {
        en: `${THIS_PROCESS}: the list of blocks cannot be synchronised`,
        ko: `${THIS_PROCESS}: 블록 목록 동기화 실패`,
      },
      description: {
        en: 'New blocks are not seen. Once Receive drops its copy, that stretch of time is missing in queries.',
        ko: '새 블록 인식 불가. Receive 로컬 사본 삭제 후 해당 구간 조회 불가.',
      },
    },
    {
      alert: 'StoreBlockLoadFailing',
      expr: `sum by (${PROCESS}) (rate(thanos_bucket_store_block_load_failures_total[15m])) > 0`,
      for: '10m',
      severity: 'warning',
      mode: 'compact/corrupt-block',
      summary: {
        en: `${THIS_PROCESS}: blocks of the bucket cannot be loaded`,
        ko: `${THIS_PROCESS}: 버킷 블록 로드 실패`,
      },
      description: {
        en: 'A block is broken or partly there. Queries leave its data out.',
        ko: '손상되었거나 일부만 있는 블록. 해당 데이터는 쿼리 결과에서 제외.',
      },
    },
    {
      alert: 'SidecarPrometheusUnreachable',
      expr: `max by (${PROCESS}) (thanos_sidecar_prometheus_up) == 0`,
      for: '3m',
      severity: 'critical',
      mode: 'sidecar/prometheus-unreachable',
      summary: {
        en: `${THIS_PROCESS}: the sidecar cannot reach its Prometheus`,
        ko: `${THIS_PROCESS}: 사이드카의 Prometheus 연결 실패`,
      },
      description: {
        en: 'Query gets no fresh data from this Prometheus, and nothing of it is uploaded.',
        ko: '해당 Prometheus의 최신 데이터 조회 불가, 업로드 중단.',
      },
    },
    {
      alert: 'SidecarUploadFailing',
      expr: `
        sum by (${PROCESS}) (rate(thanos_shipper_upload_failures_total[10m])
          and on (${SAME_PROCESS}) thanos_sidecar_prometheus_up) > 0`,
      for: '5m',
      severity: 'critical',
      mode: 'sidecar/upload-failing',
      summary: {
        en: `${THIS_PROCESS}: the sidecar's uploads fail`,
        ko: `${THIS_PROCESS}: 사이드카 블록 업로드 실패`,
      },
      description: {
        en: 'Blocks stay on the disk of Prometheus and are lost when its retention ends.',
        ko: '블록이 Prometheus 디스크에만 존재, 보존 기간 종료 시 유실.',
      },
    },
  ],
};
