import type { RuleGroup } from './rule.ts';
import { NAMESPACE, PROCESS, SAME_POD, SAME_PROCESS, THIS_PROCESS } from './shared/labels.ts';

/** What ingests has this counter (cmd/thanos/receive.go, startTSDBAndUpload); a pure router has not. */
const INGESTOR = 'thanos_receive_multi_db_updates_attempted_total';
const IS_INGESTOR = `and on (${SAME_PROCESS}) ${INGESTOR}`;
const TENANT = `${PROCESS}, tenant`;
const HEAD_SERIES = `sum by (${NAMESPACE}, tenant) (prometheus_tsdb_head_series ${IS_INGESTOR})`;

/** What Receive keeps: disk, head, blocks. Its TSDB metrics have a `tenant` (pkg/receive/multitsdb.go). */
export const group: RuleGroup = {
  name: 'receive-storage',
  interval: '1m',
  rules: [
    {
      // The disk saws between uploads and retention: a straight line through an hour overshoots, so only from
      // 60 % on, and four hours ahead.
      alert: 'ReceiveDiskFilling',
      expr: `
        max by (${NAMESPACE}, persistentvolumeclaim) (
          predict_linear(kubelet_volume_stats_available_bytes[1h], 4 * 3600) < 0
          and kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes < 0.4
        )
        and on (cluster, namespace, persistentvolumeclaim) (
          kube_pod_spec_volumes_persistentvolumeclaims_info
          and on (${SAME_POD}) last_over_time(${INGESTOR}[1h])
        )`,
      for: '5m',
      severity: 'critical',
      mode: 'storage/disk-full',
      summary: {
        en: '{{ $labels.cluster }}: disk {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} of Receive is full within four hours',
        ko: '{{ $labels.cluster }}: Receive 디스크 4시간 내 소진 예상, {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}',
      },
      description: {
        en: 'At the pace of the last hour the volume runs out. Receive then stops taking samples. Never delete blocks that are not in the bucket yet.',
        ko: '최근 1시간 추세 기준 볼륨 소진 예상, 소진 시 Receive 수집 중단. 버킷에 없는 블록 삭제 금지.',
      },
    },
    {
      // A block counts once it holds chunks: the number of compactions also counts the empty blocks of idle
      // tenants, which are never uploaded (tsdb/compact.go, pkg/shipper/shipper.go). Blocks are cut every two
      // hours, so an upload is missing after three at the latest.
      alert: 'ReceiveNotUploading',
      expr: `
        sum by (${TENANT}) (increase(prometheus_tsdb_compaction_chunk_samples_count[3h]) ${IS_INGESTOR}) > 0
        unless on (${SAME_PROCESS}, tenant) increase(thanos_shipper_uploads_total[3h]) > 0`,
      for: '10m',
      severity: 'critical',
      mode: 'receive/upload-not-configured',
      summary: {
        en: `${THIS_PROCESS}: blocks of tenant {{ $labels.tenant }} are cut and not uploaded`,
        ko: `${THIS_PROCESS}: 블록 업로드 없음, 테넌트 {{ $labels.tenant }}`,
      },
      description: {
        en: 'Receive wrote blocks with data and uploaded none for three hours: the bucket refuses it, or none is configured. The data exists on this disk only.',
        ko: '데이터가 있는 블록 생성 후 3시간 동안 업로드 없음. 버킷 거부 또는 미설정. 해당 데이터는 이 디스크에만 존재.',
      },
    },
    {
      alert: 'ReceiveHeadCompactionFailing',
      expr: `
        sum by (${PROCESS}) (increase(prometheus_tsdb_compactions_failed_total[1h]) ${IS_INGESTOR}) > 0`,
      for: '5m',
      severity: 'critical',
      mode: 'receive/head-compaction-failing',
      summary: {
        en: `${THIS_PROCESS}: Receive cannot cut its head into blocks`,
        ko: `${THIS_PROCESS}: Receive head 블록 생성 실패`,
      },
      description: {
        en: 'Memory and WAL grow until the head can be cut, and nothing is uploaded meanwhile.',
        ko: 'head를 블록으로 만들 때까지 메모리와 WAL 증가, 그동안 업로드 없음.',
      },
    },
    {
      // The last is there since 0.39 (pkg/shipper/shipper.go).
      alert: 'ReceiveTSDBCorrupt',
      expr: `
        sum by (${PROCESS}) (increase(prometheus_tsdb_wal_corruptions_total[1h]) ${IS_INGESTOR}) > 0
        or
        sum by (${PROCESS}) (increase(prometheus_tsdb_mmap_chunk_corruptions_total[1h]) ${IS_INGESTOR}) > 0
        or
        sum by (${PROCESS}) (increase(thanos_shipper_corrupted_blocks_total[1h]) ${IS_INGESTOR}) > 0`,
      severity: 'critical',
      mode: 'receive/tsdb-corrupt',
      summary: {
        en: `${THIS_PROCESS}: data of Receive is damaged`,
        ko: `${THIS_PROCESS}: Receive 데이터 손상 감지`,
      },
      description: {
        en: 'A WAL, a chunk file or a block of a tenant could not be read. The other replicas may have the same data whole.',
        ko: '테넌트의 WAL, 청크 파일 또는 블록 읽기 실패. 다른 레플리카에 온전한 데이터 존재 가능.',
      },
    },
    {
      // As the limiter counts: over all replicas, copies included (its default meta-monitoring query). A tenant's
      // own limit goes before the default one, whose `tenant` is empty; 0 means none (head_series_limiter.go).
      alert: 'ReceiveSeriesLimitNear',
      expr: `
        (
          ${HEAD_SERIES}
          / on (cluster, namespace, tenant) group_left ()
            max by (cluster, namespace, tenant) (thanos_receive_head_series_limit{tenant!=""} > 0)
          or
          (${HEAD_SERIES} unless on (cluster, namespace, tenant) thanos_receive_head_series_limit{tenant!=""})
          / on (cluster, namespace) group_left ()
            max by (cluster, namespace) (thanos_receive_head_series_limit{tenant=""} > 0)
        ) > 0.9`,
      for: '5m',
      severity: 'warning',
      mode: 'receive/tenant-limited',
      summary: {
        en: '{{ $labels.cluster }}: tenant {{ $labels.tenant }} has {{ $value | humanizePercentage }} of its active series',
        ko: '{{ $labels.cluster }}: 활성 시계열 한도 대비 {{ $value | humanizePercentage }}, 테넌트 {{ $labels.tenant }}',
      },
      description: {
        en: 'At the limit Receive refuses every write of this tenant with 429.',
        ko: '한도 도달 시 해당 테넌트의 모든 쓰기 요청을 429로 거부.',
      },
    },
  ],
};
