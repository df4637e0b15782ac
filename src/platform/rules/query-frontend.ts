import type { RuleGroup } from './rule.ts';
import { JOB, PROCESS, SAME_PROCESS, THIS_JOB, THIS_PROCESS } from './shared/labels.ts';

/**
 * The frontend and its cache. It shares its handler's metrics with Query (latency and errors are in the group
 * query) and has one of its own (pkg/queryfrontend/roundtrip.go). Its memcached client is that of Cortex, Store's
 * is Thanos' own: two families of names, both from 0.32 to 0.42.
 */
export const group: RuleGroup = {
  name: 'query-frontend',
  interval: '30s',
  rules: [
    {
      // Once seen, a frontend is known for as long as it is a target, however long it has been down.
      record: 'cluster_job_instance:thanos_query_frontend:seen',
      expr: `
        group by (${PROCESS}) (thanos_query_frontend_queries_total)
        or
        (last_over_time(cluster_job_instance:thanos_query_frontend:seen[6h]) and on (${SAME_PROCESS}) up)`,
    },
    {
      record: 'cluster_job:thanos_query_frontend_up:count',
      expr: `
        count by (${JOB}) (up == 1 and on (${SAME_PROCESS}) cluster_job_instance:thanos_query_frontend:seen)
        or
        0 * count by (${JOB}) (up and on (${SAME_PROCESS}) cluster_job_instance:thanos_query_frontend:seen)`,
    },
    {
      // All are down, or all are gone from the targets while their cluster still reports.
      alert: 'QueryFrontendDown',
      expr: `
        cluster_job:thanos_query_frontend_up:count == 0
        or
        (
          max_over_time(cluster_job:thanos_query_frontend_up:count[2h])
          unless on (cluster, namespace, job) cluster_job:thanos_query_frontend_up:count
          and on (cluster) group by (cluster) (up)
        )`,
      for: '2m',
      severity: 'critical',
      mode: 'workload/probe-failing',
      summary: {
        en: `${THIS_JOB}: no query frontend answers`,
        ko: `${THIS_JOB}: 응답하는 Query Frontend 없음`,
      },
      description: {
        en: 'Grafana asks the frontend: without one, no dashboard works although Query does. A removal that was meant is forgotten after two hours.',
        ko: 'Grafana는 프런트엔드로 조회하므로 Query가 정상이어도 모든 대시보드 중단. 의도한 제거라면 2시간 뒤 자동 해제.',
      },
    },
    {
      // A Query that cannot be reached is a 500 of the frontend (internal/cortex/frontend/transport/handler.go). So
      // are errors that it hands on; those Query counts too, and they are a QueryErrors.
      alert: 'QueryFrontendDownstreamFailing',
      expr: `
        sum by (${JOB}) (rate(http_requests_total{handler="query-frontend", code=~"5.."}[5m]))
        / sum by (${JOB}) (rate(http_requests_total{handler="query-frontend"}[5m]))
        > 0.2
        unless on (cluster)
          sum by (cluster) (rate(http_requests_total{handler=~"query|query_range", code=~"5.."}[5m])) > 0`,
      for: '3m',
      severity: 'critical',
      mode: 'query/frontend-downstream-wrong',
      summary: {
        en: `${THIS_JOB}: {{ $value | humanizePercentage }} of the requests do not reach Query`,
        ko: `${THIS_JOB}: Query 연결 실패율 {{ $value | humanizePercentage }}`,
      },
      description: {
        en: 'The frontend runs, and what it hands on fails: its downstream address is wrong, or no Query is behind it.',
        ko: '프런트엔드는 정상이나 전달 실패. downstream 주소 오류 또는 뒤에 Query 없음.',
      },
    },
    {
      alert: 'QueryCacheFailing',
      expr: `
        sum by (${PROCESS}) (rate(thanos_memcached_operation_failures_total[5m]))
          / sum by (${PROCESS}) (rate(thanos_memcached_operations_total[5m])) > 0.1
        or
        sum by (${PROCESS}) (rate(cortex_memcache_request_duration_seconds_count{method=~"Memcache.(GetMulti|Put)", status_code="500"}[5m]))
          / sum by (${PROCESS}) (rate(cortex_memcache_request_duration_seconds_count{method=~"Memcache.(GetMulti|Put)"}[5m])) > 0.1
        or
        min by (${PROCESS}) (cortex_memcache_client_servers) == 0`,
      for: '4m',
      severity: 'warning',
      mode: 'query/cache-unreachable',
      summary: {
        en: `${THIS_PROCESS}: the cache does not answer`,
        ko: `${THIS_PROCESS}: 캐시(memcached) 응답 없음`,
      },
      description: {
        en: 'Memcached is not found or its operations fail. Everything works, only slower: all queries go to the stores and the bucket.',
        ko: 'memcached 이름 해석 실패 또는 작업 실패. 동작은 하나 모든 쿼리가 스토어와 버킷으로 향해 느려짐.',
      },
    },
    {
      alert: 'QueryCacheItemTooLarge',
      expr: `
        sum by (${PROCESS}) (rate(thanos_memcached_operation_skipped_total{reason="max-item-size"}[10m]))
          / sum by (${PROCESS}) (rate(thanos_memcached_operations_total{operation="set"}[10m])) > 0.05
        or
        sum by (${PROCESS}) (rate(cortex_memcache_client_set_skip_total[10m])) > 0.1`,
      for: '10m',
      severity: 'info',
      mode: 'query/cache-item-too-large',
      summary: {
        en: `${THIS_PROCESS}: items are too large for the cache`,
        ko: `${THIS_PROCESS}: 캐시 항목 크기 한도 초과`,
      },
      description: {
        en: 'Results above the limit of an item are not stored, so the most expensive queries never hit the cache. Raise max_item_size here and -I at memcached together.',
        ko: '항목 크기 한도를 넘는 결과는 저장되지 않아 가장 무거운 쿼리가 항상 캐시 미스. max_item_size와 memcached -I 동시 상향 필요.',
      },
    },
  ],
};
