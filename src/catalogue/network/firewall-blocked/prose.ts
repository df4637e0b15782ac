import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Blocked by a firewall',
    summary: '{kind} {name}: packets get no answer, and no NetworkPolicy explains it: {error}',
    meaning:
      'Connections to one address and port time out or are rejected on the way: a packet filter of a node, a security group, or a firewall between the networks. No NetworkPolicy drops them, and other ways work.',
    impact: 'What uses this way fails after its timeout. Samples wait in the queue until the WAL drops them.',
    prevention: 'Keep firewall rules as code beside the list of flows, and probe each flow.',
    steps: {
      'try-way': 'Try the address and port from a pod of the client, and another port of the same host',
      'see-rules':
        'See the rules on both ends: security groups, packet filters of the nodes, the firewall between them',
      'allow-port': 'Allow exactly this source, address and port',
      'rules-as-code': 'Rules as code, from one list of flows',
      'watch-way': 'Probe the flow with the blackbox exporter',
    },
  },
  ko: {
    title: '방화벽 차단',
    summary: '{kind} {name}: 패킷에 응답이 없고 이를 설명하는 NetworkPolicy도 없습니다. {error}',
    meaning:
      '특정 주소와 포트로 가는 연결이 경로에서 타임아웃되거나 거부되는 상태입니다. 노드의 패킷 필터, 보안 그룹, 네트워크 사이 방화벽이 원인입니다. NetworkPolicy는 차단하지 않고 다른 경로는 정상입니다.',
    impact: '이 경로를 쓰는 요청이 타임아웃됩니다. 샘플은 WAL에서 삭제될 때까지 큐에 쌓입니다.',
    prevention: '방화벽 규칙을 흐름 목록과 함께 코드로 관리하고 흐름별로 프로브합니다.',
    steps: {
      'try-way': '클라이언트 쪽 파드에서 해당 주소와 포트, 같은 호스트의 다른 포트로 연결 시도',
      'see-rules': '양쪽 규칙 확인: 보안 그룹, 노드의 패킷 필터, 중간 방화벽',
      'allow-port': '해당 출발지, 주소, 포트만 허용',
      'rules-as-code': '흐름 목록을 기준으로 규칙을 코드로 관리',
      'watch-way': 'blackbox exporter로 흐름 프로브',
    },
  },
});
