import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Two default datasources',
    summary: 'Grafana {name} does not start: more than one provisioned datasource is the default.',
    meaning:
      'Only one datasource of an organisation can have isDefault: true. Two files or two charts (often loki-stack beside kube-prometheus-stack) set it, and provisioning ends the process.',
    impact:
      'A new Grafana pod ends at once. A pod that runs since before the change works until it restarts.',
    prevention: 'Let one chart own the default datasource; set isDefault: false in all others.',
    steps: {
      'see-defaults': 'Find the provisioned datasources with isDefault: true',
      'keep-one':
        'Keep it for Thanos Query, and set isDefault: false for the others (loki-stack: grafana.sidecar.datasources, or loki.isDefault: false)',
      restart: 'Start Grafana again',
      'one-owner': 'Set isDefault explicitly in every chart that brings a datasource',
    },
  },
  ko: {
    title: '기본 데이터소스 중복',
    summary: '기본으로 지정된 데이터소스가 둘 이상이라 Grafana가 시작되지 않습니다: {name}',
    meaning:
      '조직마다 isDefault: true인 데이터소스는 하나만 허용됩니다. 두 파일이나 두 차트(kube-prometheus-stack과 loki-stack 등)가 함께 지정하면 프로비저닝 단계에서 프로세스가 종료됩니다.',
    impact: '새 Grafana 파드가 바로 종료됩니다. 변경 전에 시작된 파드는 재시작 전까지 동작합니다.',
    prevention: '기본 데이터소스는 한 차트에서만 지정하고 나머지는 isDefault: false로 둡니다.',
    steps: {
      'see-defaults': 'isDefault: true인 데이터소스 찾기',
      'keep-one':
        'Thanos Query만 기본으로 두고 나머지는 isDefault: false로 수정 (loki-stack은 loki.isDefault: false)',
      restart: 'Grafana 재시작',
      'one-owner': '데이터소스를 추가하는 모든 차트에서 isDefault를 명시',
    },
  },
});
