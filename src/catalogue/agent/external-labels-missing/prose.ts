import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'External labels are missing',
    summary: '{kind} {name} has no external label {label}; it has: {labels}',
    meaning: 'The label by which clusters are told apart is not among the external labels of the writer.',
    impact:
      'Its samples arrive without a cluster: filters and dashboards by cluster do not show them, and they may clash with those of another.',
    prevention:
      'Make the label a required field where the configuration is generated, and alert on series without it.',
    steps: {
      'see-labels': 'Look at global.external_labels (externalLabels under the operator)',
      'set-label':
        'Add the label. An Agent whose external labels change sends from now on: what was not sent before is lost',
      lint: 'Refuse configurations without the label in CI',
    },
  },
  ko: {
    title: 'External Labels 누락',
    summary: '{kind} {name}에 external label {label} 없음. 현재 값: {labels}',
    meaning: '클러스터를 구분하는 레이블이 external labels에 없는 상태입니다.',
    impact:
      '샘플이 클러스터 구분 없이 도착해 클러스터 필터와 대시보드에 보이지 않고, 다른 클러스터와 충돌할 수 있습니다.',
    prevention: '설정을 생성하는 단계에서 필수 항목으로 두고, 레이블 없는 시계열 알람을 설정합니다.',
    steps: {
      'see-labels': 'global.external_labels 확인 (오퍼레이터는 externalLabels)',
      'set-label':
        '레이블 추가. external labels가 바뀐 에이전트는 그 시점부터 전송하므로 그전에 못 보낸 샘플은 유실됨',
      lint: '레이블 없는 설정은 CI에서 거부',
    },
  },
});
