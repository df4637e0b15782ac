import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Query does not reach a store',
    summary: '{kind} {name} does not reach one of its stores.',
    meaning:
      'A configured store does not resolve, refuses the connection, or does not answer in time. The cause is at the store or on the way to it.',
    impact:
      'Its data is missing in answers, which come with a warning; without partial responses the queries fail.',
    prevention:
      'Alert on stores with an error and on failed name lookups of Query; several replicas of Store and Receive.',
    steps: {
      'see-stores': 'See which store it is, and its last error',
      'look-beneath':
        'Look at what lies beneath: pods of the store, its Service and port, DNS, network policies, TLS on both sides',
      'watch-stores': 'Alert on the number of healthy stores by type',
      'stores-listed': 'Query lists the store without an error',
    },
  },
  ko: {
    title: 'Query에서 스토어 연결 불가',
    summary: '{kind} {name}: 등록된 스토어에 연결할 수 없습니다.',
    meaning:
      '등록된 스토어의 이름이 조회되지 않거나, 연결이 거부되거나, 제시간에 응답하지 않는 상태입니다. 원인은 스토어나 경로에 있습니다.',
    impact:
      '해당 스토어의 데이터가 결과에서 빠지고 경고가 붙습니다. partial response를 끄면 쿼리가 실패합니다.',
    prevention:
      '오류가 있는 스토어와 Query의 이름 조회 실패 알람을 설정하고, Store와 Receive를 여러 레플리카로 운영합니다.',
    steps: {
      'see-stores': '연결되지 않는 스토어와 마지막 오류 확인',
      'look-beneath': '아래 원인 확인: 스토어 파드, Service와 포트, DNS, NetworkPolicy, 양쪽 TLS',
      'watch-stores': '종류별 정상 스토어 수 알람 설정',
      'stores-listed': 'Query 스토어 목록에서 오류 없이 표시되는지 확인',
    },
  },
});
