import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Rules fail to evaluate',
    summary: 'Rules of {kind} {name} fail or are missed: {words}',
    meaning:
      'A rule is loaded and gives an error (many-to-many matching, the same labels twice, a query that times out or that no Query answers), or its group takes longer than its interval, so that evaluations are left out.',
    impact: 'The alert never fires and the recording has gaps: a silent hole in what is watched.',
    prevention:
      'Unit-test rules with promtool on data of more than one cluster, and keep groups well below their interval.',
    steps: {
      'see-rule': 'Find the rule and its error in the log, or in /api/v1/rules (health "err" and lastError)',
      'mend-rule':
        'Correct the expression: aggregate or add on() and group_left() where series match twice; keep the labels that tell series apart',
      'check-query':
        'Where a Ruler gets no answer, mend the Query that it asks; where evaluations are missed, give more CPU or a longer interval',
      'test-rules': 'Test rules in CI with the series of several clusters',
      'split-groups': 'Split groups whose last evaluation takes most of the interval',
      'rules-healthy': 'All rules have health ok (a Ruler answers on port 10902)',
    },
  },
  ko: {
    title: '룰 평가 실패',
    summary: '룰이 실패하거나 평가를 건너뜁니다: {name} ({words})',
    meaning:
      '로드된 룰이 오류를 내거나(many-to-many 매칭, 레이블 중복, 시간 초과, 응답 없는 Query), 그룹 평가가 주기보다 오래 걸려 건너뛰는 상태입니다.',
    impact: '알람이 울리지 않고 기록에 구멍이 생깁니다. 감시 공백이 조용히 발생합니다.',
    prevention:
      '여러 클러스터 데이터로 promtool 단위 테스트를 하고, 그룹 평가 시간을 주기보다 충분히 짧게 유지합니다.',
    steps: {
      'see-rule': '로그 또는 /api/v1/rules(health "err", lastError)에서 룰과 오류 확인',
      'mend-rule':
        '표현식 수정: 시리즈가 중복 매칭되면 집계하거나 on(), group_left() 추가. 시리즈를 구분하는 레이블은 유지',
      'check-query':
        'Ruler가 응답을 못 받으면 조회 대상 Query 복구. 평가를 건너뛰면 CPU를 늘리거나 주기를 늘림',
      'test-rules': '여러 클러스터 시리즈로 CI에서 룰 테스트',
      'split-groups': '평가 시간이 주기에 가까운 그룹 분할',
      'rules-healthy': '모든 룰의 health가 ok인지 확인 (Ruler는 10902 포트)',
    },
  },
});
