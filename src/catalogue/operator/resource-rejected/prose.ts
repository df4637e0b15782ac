import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Operator refuses a resource',
    summary: 'The Prometheus Operator does not take {resource}: {words}',
    meaning:
      'A resource of the operator is invalid, refers to something that is not there or may not be used, or cannot be turned into what should run.',
    impact:
      'A refused monitor or rule is left out: its targets or alerts do not exist. A refused Prometheus or agent keeps running as it was before the change.',
    prevention:
      'Validate resources before they are merged (server-side dry run, promtool), and alert on rejected resources.',
    steps: {
      'read-operator': 'Read what the operator says about it: resource, field and reason',
      'see-resource': 'See the resource with its events and conditions',
      'correct-resource':
        'Correct the field that is named, or create the Secret or key that it refers to, in the repository from which it comes',
      validate:
        'Check resources in CI: "kubectl apply --dry-run=server", promtool check rules; run the admission webhook',
      'watch-rejected':
        'Alert on prometheus_operator_managed_resources{state="rejected"} and on failing reconciliations',
      'no-rejection': 'The operator says no more about it',
    },
  },
  ko: {
    title: '오퍼레이터가 리소스 거부',
    summary: 'Prometheus Operator가 리소스를 반영하지 않고 있습니다: {resource}. 메시지: {words}',
    meaning:
      '오퍼레이터 리소스가 잘못됐거나, 없는 대상 또는 허용되지 않은 대상을 참조하거나, 실제 구성으로 만들 수 없는 상태입니다.',
    impact:
      '거부된 모니터나 룰은 설정에서 빠져 타깃과 알람이 없어집니다. 거부된 Prometheus나 에이전트는 변경 전 구성으로 계속 동작합니다.',
    prevention:
      '머지 전에 리소스를 검증하고(server-side dry run, promtool), 거부된 리소스에 알람을 설정합니다.',
    steps: {
      'read-operator': '오퍼레이터 로그에서 리소스, 필드, 사유 확인',
      'see-resource': '리소스의 이벤트와 상태 조건 확인',
      'correct-resource': '지적된 필드 수정 또는 참조하는 Secret과 키 생성 (원본 저장소에서 수정)',
      validate: 'CI에서 검증: "kubectl apply --dry-run=server", promtool check rules. 어드미션 웹훅 사용',
      'watch-rejected': 'prometheus_operator_managed_resources{state="rejected"}와 조정 실패에 알람 설정',
      'no-rejection': '오퍼레이터 로그에 거부 메시지가 없는지 확인',
    },
  },
});
