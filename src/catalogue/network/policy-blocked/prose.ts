import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Blocked by a NetworkPolicy',
    summary: '{kind} {name} drops connections of the pipeline: {flow}',
    meaning:
      'A NetworkPolicy selects the pods, and no rule of any policy allows the connection. What is not allowed is dropped without an answer.',
    impact: 'Clients wait until they time out. Writers keep samples in their queue until the WAL drops them.',
    prevention:
      'Keep a policy beside the workload that it protects, and test the allowed flows after every change of either.',
    steps: {
      'see-policies': 'Read the NetworkPolicies of the namespace',
      'describe-policy': 'See which pods it selects and what it allows',
      'allow-flow':
        'Allow exactly this flow: a further NetworkPolicy with the pods, the peer and the port; policies add up, so nothing has to be deleted',
      'policy-beside-workload':
        'Ship the policy with the chart of the workload, so that ports and labels change together',
      'allow-dns': 'A policy for egress must allow DNS too: UDP and TCP 53 to the DNS pods',
    },
  },
  ko: {
    title: 'NetworkPolicy 차단',
    summary: '{kind} {name}: 파이프라인 연결을 차단합니다. {flow}',
    meaning:
      'NetworkPolicy가 파드를 선택하는데 어떤 정책의 규칙도 이 연결을 허용하지 않는 상태입니다. 허용되지 않은 연결은 응답 없이 버려집니다.',
    impact: '클라이언트는 타임아웃까지 대기합니다. 샘플은 WAL에서 삭제될 때까지 전송 큐에 쌓입니다.',
    prevention: '정책을 보호 대상 워크로드와 함께 관리하고, 어느 쪽이든 바뀌면 허용 경로를 테스트합니다.',
    steps: {
      'see-policies': '네임스페이스의 NetworkPolicy 확인',
      'describe-policy': '선택하는 파드와 허용 규칙 확인',
      'allow-flow':
        '이 흐름만 허용하는 NetworkPolicy 추가 (파드, 상대, 포트). 정책은 합산되므로 기존 정책을 지울 필요 없음',
      'policy-beside-workload': '정책을 워크로드 차트에 포함해 포트와 레이블이 함께 바뀌도록 구성',
      'allow-dns': 'egress 정책에는 DNS도 허용 (DNS 파드로 UDP, TCP 53)',
    },
  },
});
