import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Datasource URL wrong',
    summary: 'The URL of a datasource of Grafana {name} does not answer as a Prometheus: {words}',
    meaning:
      'Grafana asks the URL for /api/v1/query. Nothing answers there, or something that is no Prometheus: a name that does not exist, a wrong port, a wrong scheme, a missing path prefix, an exporter instead of Query.',
    impact: 'All panels of this datasource fail. Collection and storage go on.',
    prevention:
      'Take the URL from the Service of Thanos Query, with its HTTP port (not the gRPC port), and test the datasource after every change.',
    steps: {
      'see-url': 'Read the URL of the datasource: host, port, scheme and path prefix',
      'see-services': 'Compare with the Services: the HTTP port of Query or its frontend',
      'ask-from-pod': 'Ask the URL from the pod of Grafana: a Prometheus answers with the status success',
      'mend-url':
        'Correct the URL where the datasource is provisioned, then restart Grafana (or reload its provisioning)',
      'check-health': 'Watch the health of the datasource: /api/datasources/uid/UID/health',
      'query-works': 'The log of Grafana has no failed query any more',
    },
  },
  ko: {
    title: '데이터소스 URL 오류',
    summary: '데이터소스 URL이 Prometheus로 응답하지 않습니다: {name} ({words})',
    meaning:
      'Grafana는 이 URL의 /api/v1/query로 조회합니다. 없는 이름, 잘못된 포트나 스킴, 빠진 경로 접두사, 다른 프로그램(익스포터 등) 때문에 Prometheus 응답이 오지 않는 상태입니다.',
    impact: '이 데이터소스를 쓰는 모든 패널이 실패합니다. 수집과 저장은 계속됩니다.',
    prevention:
      'URL은 Thanos Query Service의 HTTP 포트(gRPC 포트 아님)로 설정하고, 변경할 때마다 데이터소스를 테스트합니다.',
    steps: {
      'see-url': '데이터소스 URL 확인: 호스트, 포트, 스킴, 경로 접두사',
      'see-services': 'Service와 비교: Query 또는 Query Frontend의 HTTP 포트',
      'ask-from-pod': 'Grafana 파드에서 URL 직접 조회 (Prometheus라면 status가 success로 응답)',
      'mend-url': '프로비저닝된 데이터소스의 URL을 수정한 뒤 Grafana 재시작 (또는 프로비저닝 리로드)',
      'check-health': '데이터소스 상태 감시: /api/datasources/uid/UID/health',
      'query-works': 'Grafana 로그에 조회 실패가 더 없는지 확인',
    },
  },
});
