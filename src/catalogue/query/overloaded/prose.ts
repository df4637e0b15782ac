import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Query is overloaded',
    summary: '{kind} {name} does not keep up with its queries.',
    meaning:
      'Too many queries at once, ranges that are too long, or series that are too many: queries wait for their turn, time out or meet a limit.',
    impact: 'Dashboards load slowly or not at all, and rules that ask this Query fail.',
    prevention:
      'A query frontend with splitting and a cache, recording rules for what dashboards ask again and again, and limits for what one query may load.',
    steps: {
      'find-queries':
        'Find the heavy queries: the log of the query frontend (slow query detected), active queries (--query.active-query-path), dashboards with long ranges or high-cardinality metrics',
      'see-use': 'Compare use with limits: a Query that lacks CPU or memory is slow with any query',
      'more-replicas':
        'More replicas for more queries at once; --query.max-concurrent only where CPU and memory are left',
      frontend: 'Put a query frontend before it: --query-range.split-interval=24h and a response cache',
      'recording-rules':
        'Record what dashboards ask again and again, and let long ranges use downsampled data (--query.auto-downsampling)',
      limits:
        'Bound what one query may load: --store.limits.request-series and --store.limits.request-samples, --query.timeout',
      'queries-fast':
        'The 99th percentile of http_request_duration_seconds of its query handlers is below 5 s, and no query waits at the gate',
    },
  },
  ko: {
    title: 'Query 과부하',
    summary: '{kind} {name}: 쿼리 처리가 밀리고 있습니다.',
    meaning:
      '동시 쿼리가 너무 많거나, 조회 기간이 길거나, 시계열이 많은 상태입니다. 쿼리가 순서를 기다리다 타임아웃되거나 한도에 걸립니다.',
    impact: '대시보드가 느리거나 열리지 않고, 이 Query를 사용하는 규칙이 실패합니다.',
    prevention: 'Query Frontend의 분할과 캐시, 자주 조회하는 식의 recording rule, 쿼리당 한도를 구성합니다.',
    steps: {
      'find-queries':
        '무거운 쿼리 찾기: Query Frontend 로그(slow query detected), 실행 중 쿼리(--query.active-query-path), 기간이 길거나 카디널리티가 높은 대시보드',
      'see-use': '사용량과 한도 비교 (CPU나 메모리가 부족하면 모든 쿼리가 느림)',
      'more-replicas':
        '동시 쿼리가 많으면 레플리카 증설. --query.max-concurrent는 CPU와 메모리 여유가 있을 때만 상향',
      frontend: '앞단에 Query Frontend 구성: --query-range.split-interval=24h와 응답 캐시',
      'recording-rules':
        '자주 조회하는 식을 recording rule로 저장, 긴 기간은 다운샘플링 데이터 사용 (--query.auto-downsampling)',
      limits:
        '쿼리당 한도 설정: --store.limits.request-series, --store.limits.request-samples, --query.timeout',
      'queries-fast': '쿼리 핸들러의 http_request_duration_seconds p99 5초 미만, 게이트 대기 없음 확인',
    },
  },
});
