import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Query frontend points at nothing',
    summary: 'The downstream URL of {kind} {name} does not lead to a Query.',
    meaning:
      'The host, port or scheme in --query-frontend.downstream-url is none where a Query answers HTTP.',
    impact:
      'The frontend is not ready, and every query through it fails: dashboards are empty although Query works.',
    prevention: 'Write the URL from the Service of Query, and alert on a frontend that is not ready.',
    steps: {
      'see-url': 'Look at --query-frontend.downstream-url',
      'see-services': 'Compare it with the Service of Query and its HTTP port (not the gRPC port)',
      'set-url':
        'Correct it: http://SERVICE.NAMESPACE.svc.cluster.local:PORT, with the route prefix of Query where it has one',
      'one-source': 'Generate the URL and the Service from one source',
    },
  },
  ko: {
    title: 'Query Frontend 대상 오류',
    summary: '{kind} {name}: downstream URL이 Query로 연결되지 않습니다.',
    meaning: '--query-frontend.downstream-url의 호스트, 포트, 스킴에 응답하는 Query가 없는 상태입니다.',
    impact:
      'Frontend가 Ready 상태가 되지 않고, 거치는 모든 쿼리가 실패합니다. Query는 정상인데 대시보드가 비어 있습니다.',
    prevention: 'Query Service에서 URL을 만들고, Frontend가 Ready가 아닐 때 알람을 설정합니다.',
    steps: {
      'see-url': '--query-frontend.downstream-url 확인',
      'see-services': 'Query의 Service와 HTTP 포트(gRPC 포트 아님) 비교',
      'set-url': '수정: http://SERVICE.NAMESPACE.svc.cluster.local:PORT. Query에 route prefix가 있으면 포함',
      'one-source': 'URL과 Service를 하나의 원본에서 생성',
    },
  },
});
