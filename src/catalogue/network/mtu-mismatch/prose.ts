import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'MTU mismatch',
    summary: '{kind} {name}: small packets pass and large ones are lost.',
    meaning:
      'A part of the way carries smaller packets than the ends believe (VPN, VXLAN, cloud links), and the ICMP messages that say so are dropped. Connections open, small requests pass, large ones hang.',
    impact:
      'Remote write with large batches, queries with large answers and TLS handshakes time out, while probes are green.',
    prevention:
      'Set the MTU of the pod network from the smallest link minus the overhead of the overlay, and let ICMP pass.',
    steps: {
      'find-mtu': 'From a node: lower the size until an answer comes; 28 bytes more is the MTU of the way',
      'see-interfaces': 'Compare: ip link on both nodes, the MTU of the pod network, of the VPN',
      'lower-mtu':
        'Set the MTU of the pod network to it and restart the pods of the network plugin node by node',
      'clamp-mss': 'Clamp the MSS on the gateway (TCPMSS --clamp-mss-to-pmtu)',
      'allow-icmp': 'Allow ICMP type 3 code 4 and ICMPv6 packet too big',
    },
  },
  ko: {
    title: 'MTU 불일치',
    summary: '{kind} {name}: 작은 패킷만 통과하고 큰 패킷은 유실됩니다.',
    meaning:
      '경로 일부(VPN, VXLAN, 클라우드 링크)의 MTU가 양 끝보다 작고 이를 알리는 ICMP가 차단된 상태입니다. 연결과 작은 요청은 되지만 큰 요청은 멈춥니다.',
    impact: '큰 배치의 Remote Write, 응답이 큰 쿼리, TLS 핸드셰이크가 타임아웃되지만 프로브는 정상입니다.',
    prevention:
      '파드 네트워크 MTU를 가장 작은 링크에서 오버레이 오버헤드를 뺀 값으로 맞추고 ICMP를 허용합니다.',
    steps: {
      'find-mtu': '노드에서 응답이 올 때까지 크기를 줄임. 그 값에 28바이트를 더한 값이 경로 MTU',
      'see-interfaces': '양쪽 노드의 ip link, 파드 네트워크 MTU, VPN MTU 비교',
      'lower-mtu': '파드 네트워크 MTU를 맞추고 네트워크 플러그인 파드를 노드별로 재시작',
      'clamp-mss': '게이트웨이에서 MSS 조정 (TCPMSS --clamp-mss-to-pmtu)',
      'allow-icmp': 'ICMP type 3 code 4, ICMPv6 packet too big 허용',
    },
  },
});
