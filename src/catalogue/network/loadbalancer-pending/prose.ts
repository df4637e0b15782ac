import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Load balancer without an address',
    summary: '{kind} {name} of type LoadBalancer has no address yet.',
    meaning:
      'A Service of type LoadBalancer waits for its address: no controller gives any in this cluster, its pool is empty, or the cloud refuses (subnets, quota, rights).',
    impact:
      'Whoever is meant to come in by that address cannot; the cluster address and node ports of the Service work.',
    prevention: 'Know which controller gives addresses, watch its pool, and alert on Services that wait.',
    steps: {
      'see-events': 'Read the events of the Service: who was asked, and what was refused',
      'see-controller':
        'See that a controller runs (cloud controller, AWS Load Balancer Controller, MetalLB, kube-vip) and what its log says',
      'use-node-port': 'Until then clients can use the node port of the Service',
      'address-pool': 'Give the controller enough addresses, tagged subnets and rights',
      'has-address': 'EXTERNAL-IP of the Service is no longer pending',
    },
  },
  ko: {
    title: '로드 밸런서 주소 미할당',
    summary: '{kind} {name}: LoadBalancer 타입인데 주소가 할당되지 않았습니다.',
    meaning:
      'LoadBalancer 타입 Service가 주소를 기다리는 상태입니다. 주소를 주는 컨트롤러가 없거나, 풀이 비었거나, 클라우드가 거부했습니다(서브넷, 쿼터, 권한).',
    impact:
      '그 주소로 들어오려는 클라이언트가 접속할 수 없습니다. Service의 클러스터 주소와 노드 포트는 동작합니다.',
    prevention: '주소를 주는 컨트롤러와 풀을 감시하고, 대기 중인 Service를 알립니다.',
    steps: {
      'see-events': 'Service 이벤트에서 거부 사유 확인',
      'see-controller':
        '컨트롤러(클라우드 컨트롤러, AWS Load Balancer Controller, MetalLB, kube-vip) 실행 여부와 로그 확인',
      'use-node-port': '할당 전까지 클라이언트는 노드 포트 사용 가능',
      'address-pool': '주소 풀, 서브넷 태그, 권한 확보',
      'has-address': 'Service의 EXTERNAL-IP가 pending이 아닌지 확인',
    },
  },
});
