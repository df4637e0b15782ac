import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Write filter removes too much',
    summary: 'The write relabelling of {kind} {name} lets {percent} % of the metrics through: {rules}',
    meaning: 'A keep or drop rule of remote write removes samples that should be sent.',
    impact: 'Dashboards of this cluster are empty or nearly so, though scraping and sending work.',
    prevention:
      'Drop what is not wanted instead of keeping what is; test rules against real series before they are applied.',
    steps: {
      'see-rules': 'Look at write_relabel_configs (writeRelabelConfigs under the operator)',
      'remove-rule': 'Remove the rule, or widen its pattern',
      'drop-instead':
        'Use drop rules for what is not wanted; a keep by a label also drops every series without that label',
    },
  },
  ko: {
    title: '전송 필터 과다 적용',
    summary: '{kind} {name} 전송 필터 통과율 {percent} %: {rules}',
    meaning: 'Remote Write의 keep 또는 drop 규칙이 보내야 할 샘플까지 제거하는 상태입니다.',
    impact: '수집과 전송은 정상이지만 해당 클러스터의 대시보드가 비어 있거나 거의 비어 있습니다.',
    prevention:
      '필요한 것을 keep 하기보다 불필요한 것을 drop 하고, 규칙은 적용 전에 실제 시계열로 검사합니다.',
    steps: {
      'see-rules': 'write_relabel_configs 확인 (오퍼레이터는 writeRelabelConfigs)',
      'remove-rule': '규칙 제거 또는 패턴 확대',
      'drop-instead': '불필요한 것만 drop. 레이블로 keep 하면 그 레이블이 없는 시계열도 모두 제거됨',
    },
  },
});
