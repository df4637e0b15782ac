import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'A relabel rule makes different series one',
    summary: 'After the rules of {kind} {name} the series of {count} targets cannot be told apart: {rules}',
    meaning:
      'A labeldrop, labelkeep or replace removes the labels that tell targets apart (instance, pod, node): several series go out under one name.',
    impact:
      'Receive keeps one of them at each time and refuses the others: values jump, rates are wrong, samples fail.',
    prevention:
      'Drop whole series instead of the labels that tell them apart; less series comes from aggregation, not from labeldrop.',
    steps: {
      'see-rules':
        'Look at write_relabel_configs and metric_relabel_configs for labeldrop, labelkeep and empty replace',
      'remove-rule':
        'Remove the rule, or keep instance (or pod) in it. A change of write_relabel_configs rebuilds the queue: what is unsent then is lost',
      aggregate: 'Where fewer series are wanted: aggregate with recording rules, or drop whole metrics',
      'test-rules': 'Test rules against real series of two targets before they are applied',
    },
  },
  ko: {
    title: '레이블 제거로 시계열 합쳐짐',
    summary: '{kind} {name}: 규칙 적용 후 타깃 {count}개의 시계열을 구분할 수 없습니다. {rules}',
    meaning:
      'labeldrop, labelkeep, replace 규칙이 타깃을 구분하는 레이블(instance, pod, node)을 제거해 여러 시계열이 같은 이름으로 전송됩니다.',
    impact:
      'Receive는 시각마다 하나만 저장하고 나머지를 거부합니다. 값이 튀고 rate가 틀리며 실패 샘플이 생깁니다.',
    prevention:
      '구분 레이블을 없애지 말고 시계열을 통째로 drop 합니다. 시계열을 줄이려면 labeldrop이 아니라 집계를 사용합니다.',
    steps: {
      'see-rules': 'write_relabel_configs, metric_relabel_configs의 labeldrop, labelkeep, 빈 값 replace 확인',
      'remove-rule':
        '규칙을 제거하거나 instance(또는 pod)는 남기도록 수정. write_relabel_configs를 바꾸면 큐가 다시 만들어지므로 그때 남아 있던 샘플은 유실됨',
      aggregate: '시계열을 줄이려면 recording rule로 집계하거나 메트릭 단위로 drop',
      'test-rules': '적용 전에 타깃 두 개의 실제 시계열로 규칙 검사',
    },
  },
});
