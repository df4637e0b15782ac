import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Service selects no pod',
    summary: 'Service {service} selects {selector}; its pods have {labels}.',
    meaning:
      'The Service exists and the pods run, but their labels are not those that the Service looks for.',
    impact: 'The Service has no endpoints: connections are refused. One that stands may go on for minutes.',
    prevention:
      'Take selector and pod labels from one source, and test in CI that every selector matches a pod template.',
    steps: {
      'compare-labels': "Compare the pods' labels with the selector",
      'set-selector': "Set the selector to the pods' labels",
      'test-selector': 'Test in CI that every Service selects the pods of a workload',
      'has-endpoints': 'The Service has endpoints',
    },
  },
  ko: {
    title: '서비스 셀렉터 불일치',
    summary: '서비스 {service} 셀렉터 {selector}, 파드 레이블 {labels}: 일치하지 않습니다.',
    meaning: 'Service와 파드는 있으나 Service가 찾는 레이블이 파드에 없는 상태입니다.',
    impact: 'Service에 엔드포인트가 없어 연결이 거부됩니다. 기존 연결은 몇 분간 유지될 수 있습니다.',
    prevention:
      '셀렉터와 파드 레이블을 한 곳에서 관리하고, 모든 셀렉터가 파드 템플릿과 맞는지 CI에서 검사합니다.',
    steps: {
      'compare-labels': '파드 레이블과 셀렉터 비교',
      'set-selector': '셀렉터를 파드 레이블에 맞게 수정',
      'test-selector': '모든 Service가 워크로드의 파드를 선택하는지 CI에서 검사',
      'has-endpoints': 'Service 엔드포인트 존재 확인',
    },
  },
});
