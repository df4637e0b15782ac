import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Datasource missing',
    summary: 'Grafana {name} has no Prometheus datasource that its dashboards find.',
    meaning:
      'Dashboards name a datasource by uid, by name, or take the default one. None of that kind exists: it was never provisioned, was removed, got another uid, or the default is not Thanos Query.',
    impact:
      'Panels show "No data" or an error; alert rules of Grafana cannot be evaluated. The pipeline itself works.',
    prevention:
      'Provision the datasource as code with a fixed uid, and let dashboards refer to it by a variable of the type datasource.',
    steps: {
      'see-datasources':
        'Look at the provisioned datasources: is one of the type prometheus, with the uid that the dashboards use?',
      'see-log': 'Read what Grafana says of its provisioning and of the uid that it looks for',
      provide:
        'Provision a Prometheus datasource that points at Thanos Query (or its frontend), with isDefault: true; where only the uid changed, set the old one again',
      'as-code':
        'Keep datasources in a ConfigMap that the sidecar or the provisioning folder reads, with a fixed uid',
      'datasource-listed': 'Grafana lists the datasource with the uid that the dashboards use',
    },
  },
  ko: {
    title: '데이터소스 없음',
    summary: '대시보드가 사용하는 Prometheus 데이터소스가 없습니다: {name}',
    meaning:
      '대시보드는 uid나 이름으로 데이터소스를 찾거나 기본 데이터소스를 씁니다. 프로비저닝되지 않았거나, 삭제됐거나, uid가 바뀌었거나, 기본 데이터소스가 Thanos Query가 아닌 상태입니다.',
    impact:
      '패널에 "No data"나 오류가 표시되고 Grafana 알람 룰을 평가하지 못합니다. 파이프라인 자체는 동작합니다.',
    prevention:
      '데이터소스를 고정 uid로 코드에서 프로비저닝하고, 대시보드는 datasource 타입 변수로 참조합니다.',
    steps: {
      'see-datasources':
        '프로비저닝된 데이터소스 확인: prometheus 타입이 있는지, 대시보드가 쓰는 uid와 같은지',
      'see-log': 'Grafana 로그에서 프로비저닝 결과와 찾는 uid 확인',
      provide:
        'Thanos Query(또는 Query Frontend)를 가리키는 Prometheus 데이터소스를 isDefault: true로 프로비저닝. uid만 바뀌었다면 이전 uid로 복원',
      'as-code': '데이터소스를 고정 uid로 ConfigMap에 두고 사이드카 또는 provisioning 디렉터리에서 로드',
      'datasource-listed': '대시보드가 쓰는 uid의 데이터소스가 목록에 있는지 확인',
    },
  },
});
