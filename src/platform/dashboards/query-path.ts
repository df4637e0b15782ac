import type { Dashboard } from './dashboard.ts';
import { CHOSEN, p99, rate, shareOf5xx, THANOS_NOT_READY } from './shared/chosen.ts';
import { SHARE, stat, timeseries } from './shared/panels.ts';
import { POD_ROW } from './shared/pod-row.ts';

const POD = '{{cluster}} {{pod}}';
const FRONTEND = ', handler="query-frontend"';
const QUERY = ', handler=~"query|query_range|series|label_names|label_values"';

export const dashboard: Dashboard = {
  uid: 'fleetmedic-query-path',
  title: { en: 'Query path', ko: '쿼리 경로' },
  description: {
    en: 'From Grafana to the data: Query Frontend, Query, the caches, and the stores that Query reaches.',
    ko: 'Grafana에서 데이터까지: Query Frontend, Query, 캐시, 연결된 Store API.',
  },
  pods: 'thanos_status{cluster=~"$cluster", component=~"query|query-frontend"}',
  rows: [
    {
      title: { en: 'State', ko: '상태' },
      panels: [
        { ...THANOS_NOT_READY, width: 6 },
        stat({ en: 'Answered with 5xx', ko: '5xx 응답 비율' }, 'percentunit', shareOf5xx(), {
          thresholds: [{ level: 'ok' }, { from: 0.005, level: 'warning' }, { from: 0.05, level: 'critical' }],
          decimals: 2,
          width: 6,
        }),
        stat(
          { en: 'Queries running, of those allowed', ko: '동시 쿼리 사용률' },
          'percentunit',
          `max(thanos_query_concurrent_gate_queries_in_flight{${CHOSEN}} / (thanos_query_concurrent_gate_queries_max{${CHOSEN}} > 0))`,
          { thresholds: SHARE, width: 6 },
        ),
        stat(
          { en: 'Stores connected, fewest', ko: '연결된 Store API (최소)' },
          'short',
          `min(
  sum by (cluster, pod) (thanos_store_nodes_grpc_connections{${CHOSEN}})
  or 0 * max by (cluster, pod) (thanos_query_concurrent_gate_queries_max{${CHOSEN}})
)`,
          { thresholds: [{ level: 'critical' }, { from: 1, level: 'ok' }], width: 6 },
        ),
      ],
    },
    {
      title: { en: 'Query Frontend', ko: 'Query Frontend' },
      panels: [
        timeseries({ en: 'Requests by answer', ko: '응답 코드별 요청' }, 'reqps', {
          '{{cluster}} {{code}}': rate('http_requests_total', 'cluster, code', FRONTEND),
        }),
        timeseries({ en: 'Requests, 99th percentile', ko: '요청 처리 시간 p99' }, 's', {
          [POD]: p99('http_request_duration_seconds', 'cluster, pod', FRONTEND),
        }),
        timeseries({ en: 'Queries by kind, and after splitting', ko: '종류별 쿼리 및 분할 쿼리' }, 'reqps', [
          { legend: '{{cluster}} {{op}}', expr: rate('thanos_query_frontend_queries_total', 'cluster, op') },
          {
            legend: { en: '{{cluster}} after splitting', ko: '{{cluster}} 분할 후' },
            expr: rate('thanos_frontend_split_queries_total', 'cluster'),
          },
        ]),
        timeseries(
          { en: 'Response cache hits', ko: '응답 캐시 적중률' },
          'percentunit',
          {
            '{{cluster}} {{name}}': `${rate('cortex_cache_hits_total', 'cluster, name')} / ${rate('cortex_cache_fetched_keys_total', 'cluster, name')}`,
          },
          { max: 1 },
        ),
        timeseries({ en: 'Retries of a query, mean', ko: '쿼리당 평균 재시도' }, 'short', {
          [POD]: `${rate('cortex_query_frontend_retries_sum')} / ${rate('cortex_query_frontend_retries_count')}`,
        }),
        timeseries({ en: 'Response cache, 99th percentile', ko: '응답 캐시 처리 시간 p99' }, 's', {
          '{{cluster}} {{name}} {{method}}': p99(
            'cortex_cache_request_duration_seconds',
            'cluster, name, method',
          ),
        }),
      ],
    },
    {
      title: { en: 'Query', ko: 'Query' },
      panels: [
        timeseries({ en: 'Requests by handler and answer', ko: '핸들러·응답 코드별 요청' }, 'reqps', {
          '{{cluster}} {{handler}} {{code}}': rate('http_requests_total', 'cluster, handler, code', QUERY),
        }),
        timeseries({ en: 'Requests, 99th percentile', ko: '요청 처리 시간 p99' }, 's', {
          '{{cluster}} {{handler}}': p99('http_request_duration_seconds', 'cluster, handler', QUERY),
        }),
        timeseries(
          { en: 'Queries running, of those allowed', ko: '동시 쿼리 사용률' },
          'percentunit',
          {
            [POD]: `thanos_query_concurrent_gate_queries_in_flight{${CHOSEN}} / (thanos_query_concurrent_gate_queries_max{${CHOSEN}} > 0)`,
          },
          { thresholds: SHARE, max: 1 },
        ),
        timeseries({ en: 'Wait for a free place, 99th percentile', ko: '쿼리 대기 시간 p99' }, 's', {
          [POD]: p99('thanos_query_concurrent_gate_queries_duration_seconds'),
        }),
        timeseries({ en: 'Time range asked for, 99th percentile', ko: '조회 기간 p99' }, 's', {
          [POD]: p99('thanos_query_range_requested_timespan_duration_seconds'),
        }),
        timeseries({ en: 'Samples read by the engine', ko: '엔진 처리 샘플' }, 'cps', {
          [POD]: rate('prometheus_engine_query_samples_total'),
        }),
      ],
    },
    {
      title: { en: 'Stores behind Query', ko: '연결된 Store API' },
      panels: [
        timeseries({ en: 'Stores connected by type', ko: '종류별 연결 수' }, 'short', {
          '{{cluster}} {{pod}} {{store_type}}': `sum by (cluster, pod, store_type) (thanos_store_nodes_grpc_connections{${CHOSEN}})`,
        }),
        timeseries({ en: 'Addresses found by DNS', ko: 'DNS 조회 주소' }, 'short', {
          '{{cluster}} {{pod}} {{addr}}': `thanos_query_endpoints_dns_provider_results{${CHOSEN}}`,
        }),
        timeseries({ en: 'DNS failures', ko: 'DNS 조회 실패' }, 'cps', {
          [POD]: rate('thanos_query_endpoints_dns_failures_total'),
        }),
        timeseries({ en: 'Calls to stores that failed', ko: 'Store API 호출 실패' }, 'reqps', {
          '{{cluster}} {{pod}} {{grpc_method}} {{grpc_code}}': rate(
            'grpc_client_handled_total',
            'cluster, pod, grpc_method, grpc_code',
            ', grpc_code!="OK"',
          ),
        }),
        timeseries({ en: 'Series calls to stores, 99th percentile', ko: 'Series 호출 시간 p99' }, 's', {
          [POD]: p99('grpc_client_handling_seconds', 'cluster, pod', ', grpc_method="Series"'),
        }),
        timeseries({ en: 'Stores that answered with nothing', ko: '빈 응답' }, 'cps', {
          [POD]: rate('thanos_proxy_store_empty_stream_responses_total'),
        }),
      ],
    },
    {
      title: { en: 'Memcached, as Thanos uses it', ko: 'Memcached (Thanos 클라이언트 기준)' },
      panels: [
        timeseries(
          { en: 'Operations', ko: '작업' },
          'ops',
          {
            '{{cluster}} {{job}} {{operation}}':
              'sum by (cluster, job, operation) (rate(thanos_memcached_operations_total{cluster=~"$cluster"}[$__rate_interval]))',
          },
          { width: 8 },
        ),
        timeseries(
          { en: 'Failed operations', ko: '작업 실패' },
          'ops',
          {
            '{{cluster}} {{job}} {{operation}} {{reason}}':
              'sum by (cluster, job, operation, reason) (rate(thanos_memcached_operation_failures_total{cluster=~"$cluster"}[$__rate_interval]))',
          },
          { width: 8 },
        ),
        timeseries(
          { en: 'Time of an operation, 99th percentile', ko: '작업 시간 p99' },
          's',
          {
            '{{cluster}} {{job}} {{operation}}':
              'histogram_quantile(0.99, sum by (cluster, job, operation, le) (rate(thanos_memcached_operation_duration_seconds_bucket{cluster=~"$cluster"}[$__rate_interval])))',
          },
          { width: 8 },
        ),
      ],
    },
    POD_ROW,
  ],
};
