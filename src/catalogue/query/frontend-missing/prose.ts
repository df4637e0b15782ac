import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No query frontend for long ranges',
    summary: 'Long ranges go straight to {kind} {name} and are slow: {slow} s on average.',
    meaning:
      'Without a query frontend a query over weeks is one piece of work for one Query, and is done anew at every reload of a dashboard.',
    impact: 'Dashboards over long ranges are slow and crowd out others.',
    prevention:
      'Deploy a query frontend with splitting and a response cache before dashboards over weeks are used.',
    steps: {
      'narrow-range': 'Shorten the default range of the dashboards that are slow',
      'deploy-frontend':
        'Deploy thanos query-frontend with --query-frontend.downstream-url on Query and --query-range.split-interval=24h, and let the datasource of Grafana point to it',
      cache: 'Give it a response cache: --query-range.response-cache-config-file with in-memory or memcached',
      'frontend-ready': 'The pods of the query frontend are ready',
      'ranges-fast': 'The mean of http_request_duration_seconds of query_range is below 5 s',
    },
  },
  ko: {
    title: '긴 기간 쿼리용 Query Frontend 없음',
    summary: '{kind} {name}: 긴 기간 쿼리가 바로 전달되어 느립니다. 평균 {slow}초',
    meaning:
      'Query Frontend가 없으면 몇 주짜리 쿼리를 Query 하나가 통째로 처리하고, 대시보드를 새로 고칠 때마다 다시 계산합니다.',
    impact: '긴 기간 대시보드가 느려지고 다른 쿼리까지 밀립니다.',
    prevention: '긴 기간 대시보드를 쓰기 전에 분할과 응답 캐시를 갖춘 Query Frontend를 배포합니다.',
    steps: {
      'narrow-range': '느린 대시보드의 기본 조회 기간 축소',
      'deploy-frontend':
        '--query-frontend.downstream-url을 Query로, --query-range.split-interval=24h로 thanos query-frontend 배포 후 Grafana 데이터소스를 Frontend로 변경',
      cache: '응답 캐시 구성: --query-range.response-cache-config-file (in-memory 또는 memcached)',
      'frontend-ready': 'Query Frontend 파드 Ready 확인',
      'ranges-fast': 'query_range의 http_request_duration_seconds 평균 5초 미만 확인',
    },
  },
});
