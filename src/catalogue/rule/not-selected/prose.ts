import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Rules are loaded by nobody',
    summary: 'Rules exist, and {kind} {name} does not load them.',
    meaning:
      'A PrometheusRule lacks the label that ruleSelector wants, is in a namespace that ruleNamespaceSelector leaves out, or a rule file lies where rule_files (or --rule-file) does not look. A selector that is not set selects nothing; an empty one selects all.',
    impact: 'Nothing is recorded and no alert fires from these rules, without any error.',
    prevention:
      'Agree on one label for rules, check it in CI, and compare the number of loaded groups with what was deployed.',
    steps: {
      'see-selector': 'Read ruleSelector and ruleNamespaceSelector (operator), or rule_files and --rule-file',
      'see-rules': 'Compare with the labels and namespaces of the rules',
      'mend-labels': 'Give the rules the label (mostly release: NAME), or widen the selector: {} selects all',
      'test-selection': 'Check in CI that every PrometheusRule has the label',
      'rules-loaded': '/api/v1/rules lists the groups (a Ruler answers on port 10902)',
    },
  },
  ko: {
    title: '룰 미선택',
    summary: '룰이 있지만 로드되지 않습니다: {name}',
    meaning:
      'PrometheusRule에 ruleSelector가 요구하는 레이블이 없거나, ruleNamespaceSelector에서 제외된 네임스페이스에 있거나, rule_files(또는 --rule-file) 경로에 파일이 없는 상태입니다. 선택자를 지정하지 않으면 아무것도 선택하지 않고, 빈 선택자는 모두 선택합니다.',
    impact: '오류 없이 기록도 알람도 생기지 않습니다.',
    prevention: '룰 레이블을 하나로 정해 CI에서 검사하고, 로드된 그룹 수를 배포한 수와 비교합니다.',
    steps: {
      'see-selector': 'ruleSelector와 ruleNamespaceSelector(Operator), 또는 rule_files와 --rule-file 확인',
      'see-rules': '룰의 레이블, 네임스페이스와 비교',
      'mend-labels': '룰에 레이블 추가(대개 release: 이름) 또는 선택자 확대({}는 모두 선택)',
      'test-selection': '모든 PrometheusRule에 레이블이 있는지 CI에서 검사',
      'rules-loaded': '/api/v1/rules에 그룹이 나오는지 확인 (Ruler는 10902 포트)',
    },
  },
});
