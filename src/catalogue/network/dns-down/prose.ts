import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'DNS does not answer',
    summary: 'The DNS of cluster {cluster} ({kind} {name}) does not answer: {reason}',
    meaning:
      "The cluster's DNS gives no answer at all. A DNS that answers that a name does not exist works: that is a different cause (network/name-not-found).",
    impact:
      'Nothing in the cluster resolves a name: remote write, service discovery, object storage. Connections that stand go on for a while.',
    prevention:
      'Run at least two replicas with a disruption budget, and check the Corefile before it is applied.',
    steps: {
      'see-pods': 'See the pods, the Service and its endpoints',
      'scale-up': 'Scale it up again',
      'apply-again': "Apply the DNS add-on's manifests again: a part of it is gone",
      'set-selector': "Set the Service's selector to the labels of the pods",
      'roll-back': 'Go back to the version and configuration before',
      'see-logs': 'Read what the DNS server says',
      'two-replicas': 'Run two replicas or more on different nodes, with a PodDisruptionBudget',
      'check-corefile': 'Check a changed Corefile on one pod before all of them get it',
      'name-resolves': 'A name resolves from inside the cluster',
    },
  },
  ko: {
    title: '클러스터 DNS 무응답',
    summary: '클러스터 {cluster} DNS({kind} {name})가 응답하지 않습니다: {reason}',
    meaning:
      '클러스터 DNS가 아무 응답도 하지 않는 상태입니다. "없는 이름"이라는 응답이 오면 DNS는 정상이며 다른 원인(network/name-not-found)입니다.',
    impact:
      'Remote Write, 서비스 디스커버리, 오브젝트 스토리지 등 이름 조회가 모두 실패합니다. 기존 연결은 잠시 유지됩니다.',
    prevention: '레플리카를 2개 이상 두고 PodDisruptionBudget을 설정하며, Corefile은 적용 전에 검사합니다.',
    steps: {
      'see-pods': '파드, Service, 엔드포인트 확인',
      'scale-up': '레플리카 복원',
      'apply-again': 'DNS 애드온 매니페스트 다시 적용 (일부가 삭제된 상태)',
      'set-selector': 'Service 셀렉터를 파드 레이블에 맞게 수정',
      'roll-back': '이전 버전과 설정으로 롤백',
      'see-logs': 'DNS 서버 로그 확인',
      'two-replicas': '서로 다른 노드에 레플리카 2개 이상 배치, PodDisruptionBudget 설정',
      'check-corefile': '변경한 Corefile은 파드 하나에서 먼저 확인',
      'name-resolves': '클러스터 내부에서 이름 조회 확인',
    },
  },
});
