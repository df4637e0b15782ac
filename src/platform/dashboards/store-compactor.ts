import type { Dashboard } from './dashboard.ts';
import { CHOSEN, p99, rate, THANOS_NOT_READY } from './shared/chosen.ts';
import { ANY_IS_CRITICAL, SHARE, stat, timeseries } from './shared/panels.ts';
import { POD_ROW } from './shared/pod-row.ts';

const POD = '{{cluster}} {{pod}}';

export const dashboard: Dashboard = {
  uid: 'fleetmedic-store-compactor',
  title: { en: 'Thanos Store and Compactor', ko: 'Thanos Store 및 Compactor' },
  description: {
    en: 'Blocks in object storage: who reads them, who compacts them, and how the storage answers.',
    ko: '오브젝트 스토리지 블록: 조회, 컴팩션, 스토리지 응답 상태.',
  },
  pods: 'thanos_status{cluster=~"$cluster", component=~"store|compact"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        THANOS_NOT_READY,
        stat(
          { en: 'Compactors halted', ko: '중단된 Compactor' },
          'short',
          `sum(thanos_compact_halted{${CHOSEN}})`,
          {
            thresholds: ANY_IS_CRITICAL,
            description: {
              en: 'It met blocks that it must not touch, and waits for a person.',
              ko: '처리하면 안 되는 블록 발견 후 중단. 수동 조치 필요.',
            },
          },
        ),
        stat(
          { en: 'Blocks loaded by Store', ko: 'Store 로드 블록' },
          'short',
          `sum(thanos_bucket_store_blocks_loaded{${CHOSEN}})`,
        ),
        stat(
          { en: 'Compactions to do', ko: '대기 컴팩션' },
          'short',
          `sum(thanos_compact_todo_compactions{${CHOSEN}})`,
        ),
        stat(
          { en: 'Index cache hits', ko: '인덱스 캐시 적중률' },
          'percentunit',
          `sum(rate(thanos_store_index_cache_hits_total{${CHOSEN}}[$__rate_interval])) / (sum(rate(thanos_store_index_cache_requests_total{${CHOSEN}}[$__rate_interval])) > 0)`,
        ),
        stat(
          { en: 'Series requests running, of those allowed', ko: '동시 조회 사용률' },
          'percentunit',
          `max(thanos_bucket_store_series_gate_queries_in_flight{${CHOSEN}} / thanos_bucket_store_series_gate_queries_max{${CHOSEN}})`,
          { thresholds: SHARE },
        ),
      ],
    },
    {
      title: { en: 'Store', ko: 'Store' },
      panels: [
        timeseries({ en: 'Series requests by gRPC code', ko: 'gRPC 코드별 조회 요청' }, 'reqps', {
          '{{cluster}} {{pod}} {{grpc_code}}': `${rate('grpc_server_handled_total', 'cluster, pod, grpc_code', ', grpc_service="thanos.Store", grpc_method="Series"')} > 0`,
        }),
        timeseries(
          { en: 'Time to fetch the series of a request, 99th percentile', ko: '요청별 시계열 조회 시간 p99' },
          's',
          {
            [POD]: p99('thanos_bucket_store_series_get_all_duration_seconds'),
          },
        ),
        timeseries({ en: 'Wait for a free place, 99th percentile', ko: '조회 대기 시간 p99' }, 's', {
          [POD]: p99('thanos_bucket_store_series_gate_queries_duration_seconds'),
        }),
        timeseries({ en: 'Requests dropped for a limit', ko: '한도 초과로 거부된 요청' }, 'reqps', {
          '{{cluster}} {{pod}} {{reason}}': rate(
            'thanos_bucket_store_queries_dropped_total',
            'cluster, pod, reason',
          ),
        }),
        timeseries({ en: 'Bytes fetched for requests', ko: '조회용 다운로드' }, 'Bps', {
          '{{cluster}} {{pod}} {{data_type}}': rate(
            'thanos_bucket_store_series_data_size_fetched_bytes_sum',
            'cluster, pod, data_type',
          ),
        }),
        timeseries({ en: 'Blocks loaded', ko: '로드 블록' }, 'short', {
          [POD]: `thanos_bucket_store_blocks_loaded{${CHOSEN}}`,
        }),
        timeseries(
          { en: 'Index cache hits', ko: '인덱스 캐시 적중률' },
          'percentunit',
          {
            '{{cluster}} {{pod}} {{item_type}}': `${rate('thanos_store_index_cache_hits_total', 'cluster, pod, item_type')} / ${rate('thanos_store_index_cache_requests_total', 'cluster, pod, item_type')}`,
          },
          { max: 1 },
        ),
        timeseries({ en: 'Block failures', ko: '블록 오류' }, 'cps', [
          {
            legend: { en: `${POD} load`, ko: `${POD} 로드` },
            expr: rate('thanos_bucket_store_block_load_failures_total'),
          },
          {
            legend: { en: `${POD} drop`, ko: `${POD} 해제` },
            expr: rate('thanos_bucket_store_block_drop_failures_total'),
          },
          {
            legend: { en: `${POD} sync of the list`, ko: `${POD} 목록 동기화` },
            expr: rate('thanos_blocks_meta_sync_failures_total'),
          },
        ]),
      ],
    },
    {
      title: { en: 'Compactor', ko: 'Compactor' },
      panels: [
        timeseries({ en: 'Work to do', ko: '대기 작업' }, 'short', [
          {
            legend: { en: `${POD} compactions`, ko: `${POD} 컴팩션` },
            expr: `thanos_compact_todo_compactions{${CHOSEN}}`,
          },
          {
            legend: { en: `${POD} blocks to compact`, ko: `${POD} 컴팩션 대상 블록` },
            expr: `thanos_compact_todo_compaction_blocks{${CHOSEN}}`,
          },
          {
            legend: { en: `${POD} blocks to downsample`, ko: `${POD} 다운샘플링 대상 블록` },
            expr: `thanos_compact_todo_downsample_blocks{${CHOSEN}}`,
          },
          {
            legend: { en: `${POD} blocks to delete`, ko: `${POD} 삭제 대상 블록` },
            expr: `thanos_compact_todo_deletion_blocks{${CHOSEN}}`,
          },
        ]),
        timeseries({ en: 'Work done', ko: '완료 작업' }, 'cps', [
          {
            legend: { en: `${POD} compactions`, ko: `${POD} 컴팩션` },
            expr: rate('thanos_compact_group_compactions_total'),
          },
          {
            legend: { en: `${POD} downsamplings`, ko: `${POD} 다운샘플링` },
            expr: rate('thanos_compact_downsample_total'),
          },
          {
            legend: { en: `${POD} blocks deleted`, ko: `${POD} 블록 삭제` },
            expr: rate('thanos_compact_blocks_cleaned_total'),
          },
          {
            legend: { en: `${POD} iterations`, ko: `${POD} 반복` },
            expr: rate('thanos_compact_iterations_total'),
          },
        ]),
        timeseries({ en: 'Compactor failures', ko: 'Compactor 오류' }, 'cps', [
          {
            legend: { en: `${POD} compaction`, ko: `${POD} 컴팩션` },
            expr: rate('thanos_compact_group_compactions_failures_total'),
          },
          {
            legend: { en: `${POD} downsampling`, ko: `${POD} 다운샘플링` },
            expr: rate('thanos_compact_downsample_failures_total'),
          },
          {
            legend: { en: `${POD} deletion`, ko: `${POD} 삭제` },
            expr: rate('thanos_compact_block_cleanup_failures_total'),
          },
          {
            legend: { en: `${POD} garbage collection`, ko: `${POD} 가비지 수집` },
            expr: rate('thanos_compact_garbage_collection_failures_total'),
          },
          { legend: { en: `${POD} retry`, ko: `${POD} 재시도` }, expr: rate('thanos_compact_retries_total') },
        ]),
        timeseries(
          { en: 'Blocks by state', ko: '상태별 블록' },
          'short',
          {
            '{{cluster}} {{pod}} {{state}}': `thanos_blocks_meta_synced{${CHOSEN}} > 0`,
          },
          {
            description: {
              en: 'As each part saw the bucket when it last synchronised. Only loaded blocks are used.',
              ko: '마지막 동기화 시점 기준. loaded 상태 블록만 사용됨.',
            },
          },
        ),
      ],
    },
    {
      title: { en: 'Object storage', ko: '오브젝트 스토리지' },
      panels: [
        timeseries({ en: 'Operations', ko: '작업' }, 'ops', {
          '{{cluster}} {{pod}} {{operation}}': `${rate('thanos_objstore_bucket_operations_total', 'cluster, pod, operation')} > 0`,
        }),
        timeseries({ en: 'Failed operations', ko: '작업 실패' }, 'ops', {
          '{{cluster}} {{pod}} {{operation}}': rate(
            'thanos_objstore_bucket_operation_failures_total',
            'cluster, pod, operation',
          ),
        }),
        timeseries({ en: 'Time of an operation, 99th percentile', ko: '작업 시간 p99' }, 's', {
          '{{cluster}} {{pod}} {{operation}}': p99(
            'thanos_objstore_bucket_operation_duration_seconds',
            'cluster, pod, operation',
          ),
        }),
        timeseries({ en: 'Bytes fetched', ko: '다운로드' }, 'Bps', {
          '{{cluster}} {{pod}} {{operation}}': `${rate('thanos_objstore_bucket_operation_fetched_bytes_total', 'cluster, pod, operation')} > 0`,
        }),
      ],
    },
    POD_ROW,
  ],
};
