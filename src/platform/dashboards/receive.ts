import type { Dashboard } from './dashboard.ts';
import { CHOSEN, p99, rate, shareOf5xx, THANOS_NOT_READY } from './shared/chosen.ts';
import { ANY_IS_CRITICAL, stat, timeseries } from './shared/panels.ts';
import { POD_ROW } from './shared/pod-row.ts';

const POD = '{{cluster}} {{pod}}';

/** Receives of one hashring that read different files send samples to pods that refuse them. */
const HASHES = `max(count by (cluster, namespace) (count_values by (cluster, namespace) ("hash", thanos_receive_config_hash{${CHOSEN}})))`;

export const dashboard: Dashboard = {
  uid: 'fleetmedic-receive',
  title: { en: 'Thanos Receive', ko: 'Thanos Receive' },
  description: {
    en: 'Routers and ingestors: what arrives, how it is spread over the hashring, what is stored and uploaded.',
    ko: '라우터와 인제스터: 수신, 해시링 분배, 저장, 업로드.',
  },
  pods: 'thanos_status{cluster=~"$cluster", component="receive"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        THANOS_NOT_READY,
        stat({ en: 'Different hashring files', ko: '서로 다른 해시링 설정' }, 'short', HASHES, {
          thresholds: [{ level: 'ok' }, { from: 2, level: 'critical' }],
          description: {
            en: 'In one namespace; 1 is right. Pods without a hashring file do not count.',
            ko: '네임스페이스 기준, 정상값 1. 해시링 파일이 없는 파드는 제외.',
          },
        }),
        stat(
          { en: 'Answered with 5xx', ko: '5xx 응답 비율' },
          'percentunit',
          shareOf5xx(', handler="receive"'),
          {
            thresholds: [
              { level: 'ok' },
              { from: 0.001, level: 'warning' },
              { from: 0.01, level: 'critical' },
            ],
            decimals: 2,
          },
        ),
        stat(
          { en: 'Head series', ko: 'Head 시계열' },
          'short',
          `sum(prometheus_tsdb_head_series{${CHOSEN}})`,
        ),
        stat(
          { en: 'Since the oldest last upload', ko: '마지막 업로드 후 경과 (최대)' },
          's',
          `max(time() - (thanos_objstore_bucket_last_successful_upload_time{${CHOSEN}} > 0))`,
          {
            thresholds: [
              { level: 'ok' },
              { from: 10800, level: 'warning' },
              { from: 21600, level: 'critical' },
            ],
            description: {
              en: 'Blocks are two hours long by default. A pod that has not uploaded anything yet is left out.',
              ko: '블록 길이 기본 2시간. 아직 업로드가 없는 파드는 제외.',
            },
          },
        ),
        stat(
          { en: 'Hashring file not loaded', ko: '해시링 설정 미적용' },
          'short',
          `sum(thanos_receive_config_last_reload_successful{${CHOSEN}} == bool 0)`,
          { thresholds: ANY_IS_CRITICAL },
        ),
      ],
    },
    {
      title: { en: 'Writes', ko: '쓰기' },
      panels: [
        timeseries({ en: 'Requests by answer', ko: '응답 코드별 요청' }, 'reqps', {
          '{{cluster}} {{code}}': rate('http_requests_total', 'cluster, code', ', handler="receive"'),
        }),
        timeseries({ en: 'Requests, 99th percentile', ko: '요청 처리 시간 p99' }, 's', {
          [POD]: p99('http_request_duration_seconds', 'cluster, pod', ', handler="receive"'),
        }),
        timeseries({ en: 'Samples by tenant and answer', ko: '테넌트·응답 코드별 샘플' }, 'cps', {
          '{{cluster}} {{tenant}} {{code}}': rate(
            'thanos_receive_write_samples_sum',
            'cluster, tenant, code',
          ),
        }),
        timeseries({ en: 'Requests in flight', ko: '처리 중 요청' }, 'short', [
          {
            legend: { en: `${POD} received`, ko: `${POD} 수신` },
            expr: `sum by (cluster, pod) (http_inflight_requests{${CHOSEN}, handler="receive"})`,
          },
          {
            legend: { en: `${POD} waiting to be written`, ko: `${POD} 쓰기 대기` },
            expr: `thanos_receive_pending_write_requests{${CHOSEN}}`,
          },
        ]),
        timeseries({ en: 'Requests over the series limit', ko: '시계열 한도 초과 요청' }, 'reqps', {
          '{{cluster}} {{tenant}}': rate(
            'thanos_receive_head_series_limited_requests_total',
            'cluster, tenant',
          ),
        }),
        timeseries({ en: 'Samples not stored', ko: '저장되지 않은 샘플' }, 'cps', [
          {
            legend: { en: `${POD} out of order`, ko: `${POD} 순서 역전` },
            expr: rate('prometheus_tsdb_out_of_order_samples_total'),
          },
          {
            legend: { en: `${POD} too old`, ko: `${POD} 너무 오래됨` },
            expr: rate('prometheus_tsdb_too_old_samples_total'),
          },
          {
            legend: { en: `${POD} out of bounds`, ko: `${POD} 시간 범위 벗어남` },
            expr: rate('prometheus_tsdb_out_of_bound_samples_total'),
          },
        ]),
      ],
    },
    {
      title: { en: 'Hashring and replication', ko: '해시링 및 복제' },
      panels: [
        timeseries(
          { en: 'Nodes of the hashring, as each pod sees it', ko: '파드별 해시링 노드 수' },
          'short',
          [
            { legend: `${POD} {{name}}`, expr: `thanos_receive_hashring_nodes{${CHOSEN}}` },
            {
              legend: { en: `${POD} replication factor`, ko: `${POD} 복제 계수` },
              expr: `thanos_receive_replication_factor{${CHOSEN}}`,
            },
          ],
        ),
        timeseries({ en: 'Hashring file, failed reads', ko: '해시링 파일 읽기 실패' }, 'cps', {
          [POD]: rate('thanos_receive_hashrings_file_errors_total'),
        }),
        timeseries({ en: 'Forwarded requests by result', ko: '전달 요청 결과' }, 'reqps', {
          '{{cluster}} {{pod}} {{result}}': rate(
            'thanos_receive_forward_requests_total',
            'cluster, pod, result',
          ),
        }),
        timeseries({ en: 'Replications by result', ko: '복제 결과' }, 'ops', {
          '{{cluster}} {{pod}} {{result}}': rate('thanos_receive_replications_total', 'cluster, pod, result'),
        }),
        timeseries({ en: 'Wait before forwarding, 99th percentile', ko: '전달 대기 시간 p99' }, 's', {
          [POD]: p99('thanos_receive_forward_delay_seconds'),
        }),
        timeseries({ en: 'Writes from other Receives by gRPC code', ko: 'gRPC 코드별 내부 쓰기' }, 'reqps', {
          '{{cluster}} {{pod}} {{grpc_code}}': `${rate('grpc_server_handled_total', 'cluster, pod, grpc_code', ', grpc_method="RemoteWrite"')} > 0`,
        }),
      ],
    },
    {
      title: { en: 'Storage', ko: '저장소' },
      panels: [
        timeseries({ en: 'Head series', ko: 'Head 시계열' }, 'short', {
          '{{cluster}} {{pod}} {{tenant}}': `prometheus_tsdb_head_series{${CHOSEN}}`,
        }),
        timeseries({ en: 'Samples appended', ko: '기록 샘플' }, 'cps', {
          [POD]: rate('prometheus_tsdb_head_samples_appended_total'),
        }),
        timeseries({ en: 'Series created and removed', ko: '시계열 생성 및 제거' }, 'cps', [
          {
            legend: { en: `${POD} created`, ko: `${POD} 생성` },
            expr: rate('prometheus_tsdb_head_series_created_total'),
          },
          {
            legend: { en: `${POD} removed`, ko: `${POD} 제거` },
            expr: rate('prometheus_tsdb_head_series_removed_total'),
          },
        ]),
        timeseries({ en: 'Bytes on disk', ko: '디스크 사용량' }, 'bytes', [
          {
            legend: { en: `${POD} blocks`, ko: `${POD} 블록` },
            expr: `sum by (cluster, pod) (prometheus_tsdb_storage_blocks_bytes{${CHOSEN}})`,
          },
          {
            legend: { en: `${POD} WAL`, ko: `${POD} WAL` },
            expr: `sum by (cluster, pod) (prometheus_tsdb_wal_storage_size_bytes{${CHOSEN}})`,
          },
          {
            legend: { en: `${POD} head chunks`, ko: `${POD} Head 청크` },
            expr: `sum by (cluster, pod) (prometheus_tsdb_head_chunks_storage_size_bytes{${CHOSEN}})`,
          },
        ]),
        timeseries({ en: 'TSDB failures', ko: 'TSDB 오류' }, 'cps', [
          {
            legend: { en: `${POD} compaction`, ko: `${POD} 컴팩션` },
            expr: rate('prometheus_tsdb_compactions_failed_total'),
          },
          {
            legend: { en: `${POD} WAL write`, ko: `${POD} WAL 쓰기` },
            expr: rate('prometheus_tsdb_wal_writes_failed_total'),
          },
          {
            legend: { en: `${POD} WAL corruption`, ko: `${POD} WAL 손상` },
            expr: rate('prometheus_tsdb_wal_corruptions_total'),
          },
          {
            legend: { en: `${POD} block reload`, ko: `${POD} 블록 리로드` },
            expr: rate('prometheus_tsdb_reloads_failures_total'),
          },
        ]),
        timeseries({ en: 'Uploads', ko: '업로드' }, 'cps', [
          { legend: { en: `${POD} done`, ko: `${POD} 완료` }, expr: rate('thanos_shipper_uploads_total') },
          {
            legend: { en: `${POD} failed`, ko: `${POD} 실패` },
            expr: rate('thanos_shipper_upload_failures_total'),
          },
          {
            legend: { en: `${POD} directory not read`, ko: `${POD} 디렉터리 읽기 실패` },
            expr: rate('thanos_shipper_dir_sync_failures_total'),
          },
        ]),
      ],
    },
    POD_ROW,
  ],
};
