import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Cache is not reached',
    summary: '{kind} {name} does not reach its cache: {words}',
    meaning: 'The name of the cache does not resolve, or memcached or Redis does not answer in time.',
    impact:
      'Every query goes the whole way: slower dashboards, more load on Query, Store and the bucket. A part that starts now may refuse to, if the name does not resolve.',
    prevention:
      'Several replicas of the cache behind a headless Service, and an alert on failed cache operations.',
    steps: {
      'see-address': 'See in the log which address fails, and how',
      'see-cache':
        'Look at the pods and the Service of the cache: a memcached behind dnssrv+ needs a headless Service and the name of its port',
      'by-service': 'Name the headless Service with dns+ or dnssrv+, and no pod',
      'watch-cache': 'Alert on the share of failed operations (thanos_memcached_operation_failures_total)',
      'no-failures': 'The log shows no failed cache operations any more',
    },
  },
  ko: {
    title: '캐시 연결 불가',
    summary: '{kind} {name}: 캐시에 연결할 수 없습니다: {words}',
    meaning: '캐시 이름이 조회되지 않거나 memcached 또는 Redis가 제시간에 응답하지 않는 상태입니다.',
    impact:
      '모든 쿼리를 처음부터 처리합니다. 대시보드가 느려지고 Query, Store, 버킷 부하가 늘어납니다. 이름이 조회되지 않으면 지금 시작하는 컴포넌트가 종료될 수 있습니다.',
    prevention: 'headless Service 뒤에 캐시를 여러 레플리카로 두고, 캐시 작업 실패 알람을 설정합니다.',
    steps: {
      'see-address': '로그에서 실패한 주소와 오류 확인',
      'see-cache': '캐시 파드와 Service 확인 (dnssrv+ 방식은 headless Service와 포트 이름이 필요)',
      'by-service': '파드가 아닌 headless Service를 dns+ 또는 dnssrv+로 지정',
      'watch-cache': '작업 실패 비율 알람 설정 (thanos_memcached_operation_failures_total)',
      'no-failures': '로그에서 캐시 작업 실패 없음 확인',
    },
  },
});
