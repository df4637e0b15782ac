import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, SAME_PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

/** Other software uses the name `http_request_duration_seconds` too: only processes of Thanos are looked at. */
const OF_THANOS = `and on (${SAME_PROCESS}) thanos_build_info`;
const QUERIES = 'handler=~"query|query_range|query-frontend"';
/** Users' dashboards, the Ruler's rules and the frontend differ by far: never one figure for all of them. */
const HANDLER = `${JOB}, handler`;
/** A store that does not answer ends a query with 422, as "expanding series: …", not with 5xx (pkg/api/api.go). */
const FAILED = '"5..|422"';
const requests = (codes = '') =>
  `sum by (${HANDLER}) (rate(http_requests_total{${QUERIES}${codes}}[5m]) ${OF_THANOS})`;

/**
 * Query and the frontend before it, the same names from Thanos 0.32 to 0.42 (pkg/extprom/http/metrics.go). The
 * buckets of their latency end at … 20, 30, 60, 90, 120 … seconds: 60 is a bound, so "p99 over 60 s" is exact;
 * 45 lies between two, so "p99 over 45 s" is drawn on the straight line from 30 to 60, which says that half a
 * percent or more took over 30 s.
 *
 * A Ruler that asks the very Query that is down cannot say so. Give it a Query of its own, and have somebody
 * outside notice when the Watchdog stops.
 */
export const group: RuleGroup = {
  name: 'query',
  interval: '30s',
  rules: [
    {
      // Refused queries (4xx) end at once and would make the rest look fast.
      record: 'cluster_job_handler:query_seconds:p99_5m',
      expr: `
        histogram_quantile(0.99, sum by (${HANDLER}, le) (
          rate(http_request_duration_seconds_bucket{${QUERIES}, code!~"4.."}[5m]) ${OF_THANOS}
        ))`,
    },
    {
      alert: 'QueryLatencyHigh',
      expr: 'cluster_job_handler:query_seconds:p99_5m > 45',
      for: '3m',
      severity: 'warning',
      mode: 'query/overloaded',
      summary: {
        en: `${THIS_JOB}: p99 of {{ $labels.handler }} is {{ $value | humanizeDuration }}`,
        ko: `${THIS_JOB}: {{ $labels.handler }} p99 지연 {{ $value | humanizeDuration }}`,
      },
      description: {
        en: 'Queries are slow: over 45 s. Long ranges without the frontend or its cache, many series, or a slow Store or bucket.',
        ko: '쿼리 지연 45초 초과. 프런트엔드 또는 캐시 없는 장기 조회, 많은 시계열, 느린 Store 또는 버킷이 원인 후보.',
      },
    },
    {
      alert: 'QueryLatencyCritical',
      expr: 'cluster_job_handler:query_seconds:p99_5m >= 60',
      for: '2m',
      severity: 'critical',
      mode: 'query/overloaded',
      summary: {
        en: `${THIS_JOB}: p99 of {{ $labels.handler }} is {{ $value | humanizeDuration }}, dashboards time out`,
        ko: `${THIS_JOB}: {{ $labels.handler }} p99 지연 {{ $value | humanizeDuration }}, 대시보드 시간 초과`,
      },
      description: {
        en: 'One query in a hundred takes a minute or longer. For those who look at a dashboard, the pipeline is down.',
        ko: '쿼리 100건 중 1건 이상이 1분 이상 소요. 대시보드 사용자에게는 장애와 동일.',
      },
    },
    {
      // Either every answer is an error, or requests are held for five minutes and none is answered.
      alert: 'QueryNotAnswering',
      expr: `
        (${requests()} > 0 unless ${requests(`, code!~${FAILED}`)} > 0)
        or
        (
          sum by (${HANDLER}) (min_over_time(http_inflight_requests{${QUERIES}}[5m]) ${OF_THANOS}) > 0
          unless ${requests()} > 0
        )`,
      for: '1m',
      severity: 'critical',
      mode: 'query/endpoint-unreachable',
      summary: {
        en: `${THIS_JOB}: no {{ $labels.handler }} was answered`,
        ko: `${THIS_JOB}: {{ $labels.handler }} 응답 전혀 없음`,
      },
      description: {
        en: 'All queries of the last five minutes failed or are still waiting.',
        ko: '최근 5분간 쿼리 전부 실패 또는 대기 중.',
      },
    },
    {
      // 422 also answers a query that cannot be calculated, so one broken panel must not be enough.
      alert: 'QueryErrors',
      expr: `${requests(`, code=~${FAILED}`)} / ${requests()} > 0.1`,
      for: '4m',
      severity: 'warning',
      mode: 'query/endpoint-unreachable',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of {{ $labels.handler }} end in an error`,
        ko: `${THIS_JOB}: {{ $labels.handler }} 오류율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'A store does not answer, a limit is hit, or Query itself is short of something.',
        ko: '스토어 무응답, 한도 도달 또는 Query 자원 부족.',
      },
    },
    {
      // Gates of Query and of Store (pkg/gate/gate.go): at the limit, further queries wait.
      alert: 'QueryOverloaded',
      expr: `
        max by (${PROCESS}) (
          avg_over_time(thanos_query_concurrent_gate_queries_in_flight[5m]) / thanos_query_concurrent_gate_queries_max
        ) > 0.9
        or
        max by (${PROCESS}) (
          avg_over_time(thanos_bucket_store_series_gate_queries_in_flight[5m]) / thanos_bucket_store_series_gate_queries_max
        ) > 0.9`,
      for: '3m',
      severity: 'warning',
      mode: 'query/overloaded',
      summary: {
        en: `${THIS_PROCESS}: {{ $value | humanizePercentage }} of the queries that may run at once do`,
        ko: `${THIS_PROCESS}: 동시 쿼리 한도 대비 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'Further queries wait for their turn before they even start.',
        ko: '이후 쿼리는 시작 전 대기.',
      },
    },
    {
      // `store_type` is receive, store, rule, sidecar, …; the sum over external labels is the number of stores. By
      // the median replica of Query, so that one that just started does not count.
      record: 'cluster_job_store_type:thanos_store_nodes:quantile50',
      expr: `
        quantile by (${JOB}, store_type) (0.5,
          sum by (${PROCESS}, store_type) (thanos_store_nodes_grpc_connections)
        )`,
    },
    {
      alert: 'QueryEndpointLost',
      expr: `
        max_over_time(cluster_job_store_type:thanos_store_nodes:quantile50[1h])
        - (cluster_job_store_type:thanos_store_nodes:quantile50 or 0 * max_over_time(cluster_job_store_type:thanos_store_nodes:quantile50[1h]))
        > 0
        and on (cluster, namespace, job) thanos_store_nodes_grpc_connections`,
      for: '4m',
      severity: 'warning',
      mode: 'query/endpoint-unreachable',
      summary: {
        en: `${THIS_JOB}: Query lost {{ $value }} stores of type {{ $labels.store_type }}`,
        ko: `${THIS_JOB}: Query 연결 스토어 {{ $value }}개 감소, 유형 {{ $labels.store_type }}`,
      },
      description: {
        en: 'Fewer stores than within the last hour. What only they hold is missing in every answer, or the answer is refused where partial ones are off.',
        ko: '최근 1시간 대비 스토어 수 감소. 해당 스토어에만 있는 데이터는 결과에서 누락되거나, 부분 응답 비활성 시 쿼리 거부.',
      },
    },
  ],
};
