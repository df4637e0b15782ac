import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Replicas are not deduplicated',
    summary: 'Replicas behind {kind} {name} differ in the label {labels}, by which it does not deduplicate.',
    meaning:
      'Every series of a replicated writer or Receive is there once for each replica. Query makes one of them only by labels that are named in --query.replica-label.',
    impact:
      'Every series is doubled: sums and counts are too high, joins fail with duplicate series, graphs show several lines for one.',
    prevention: 'One name for the replica label in the whole fleet, set in Query, Ruler and Compactor alike.',
    steps: {
      'see-flags': 'Compare --query.replica-label with the external labels of the replicas',
      'set-label':
        'Add --query.replica-label with the name of the label (repeat the flag for several; versions before 0.37 take no comma-separated list)',
      'one-label':
        'Use one name everywhere: external labels of Agents, --label of Receive, --query.replica-label, --deduplication.replica-label of the Compactor',
      'one-series': 'A query gives each series once, without the replica label',
    },
  },
  ko: {
    title: '레플리카 중복 제거 안 됨',
    summary: '{kind} {name}: 레플리카를 구분하는 레이블이 중복 제거 대상이 아닙니다: {labels}',
    meaning:
      '레플리카가 있는 Prometheus나 Receive의 시계열은 레플리카 수만큼 존재합니다. Query는 --query.replica-label에 지정한 레이블로만 하나로 합칩니다.',
    impact:
      '모든 시계열이 중복됩니다. 합계와 개수가 커지고, 조인이 중복 시계열 오류로 실패하고, 그래프에 같은 선이 여러 개 나타납니다.',
    prevention: 'replica 레이블 이름을 전체에서 하나로 정하고 Query, Ruler, Compactor에 똑같이 설정합니다.',
    steps: {
      'see-flags': '--query.replica-label과 레플리카의 external label 비교',
      'set-label':
        '해당 레이블 이름으로 --query.replica-label 추가 (여러 개면 플래그 반복, 쉼표 목록은 0.37부터 지원)',
      'one-label':
        '같은 이름 사용: Agent external label, Receive --label, --query.replica-label, Compactor --deduplication.replica-label',
      'one-series': '쿼리 결과에 시계열이 하나씩, replica 레이블 없이 나오는지 확인',
    },
  },
});
