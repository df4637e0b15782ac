import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No node takes the pod',
    summary: 'A pod of {kind} {name} stays Pending: {words}',
    meaning:
      'The scheduler finds no node for the pod: too little CPU or memory that is not requested yet, taints that it does not tolerate, or rules of affinity that no node fulfils.',
    impact: 'The pod does not start. If all replicas are Pending, the part does nothing.',
    prevention:
      'Size requests by what is used, keep one node of room for a failure, and prefer preferred to required anti-affinity.',
    steps: {
      'see-reason': 'Read what the scheduler says of each node',
      'see-nodes': 'Compare what is requested with what the nodes have left, and look at their taints',
      uncordon: 'If the maintenance is over, let the nodes take pods again',
      'make-room':
        'Lower the request, add a node, tolerate the taint or relax the rule, whichever the reason is about; then the pod starts by itself',
      'size-requests':
        'Set requests by what is really used (kubectl top), not by the peak of everything at once',
      autoscale: 'Let a cluster autoscaler add nodes, with room in the limits of its node groups',
    },
  },
  ko: {
    title: '파드를 배치할 노드 없음',
    summary: '{kind} {name} 파드가 Pending 상태입니다: {words}',
    meaning:
      '스케줄러가 파드를 배치할 노드를 찾지 못하는 상태입니다. CPU나 메모리 여유 부족, 허용하지 않은 taint, 만족하는 노드가 없는 affinity 규칙이 원인입니다.',
    impact: '파드가 시작되지 않습니다. 모든 레플리카가 Pending이면 해당 기능이 멈춥니다.',
    prevention:
      'request를 실제 사용량에 맞추고, 노드 한 대 분량의 여유를 두고, anti-affinity는 required보다 preferred를 씁니다.',
    steps: {
      'see-reason': '스케줄러가 노드별로 밝힌 이유 확인',
      'see-nodes': '노드의 요청 합계와 남은 자원, taint 확인',
      uncordon: '점검이 끝났으면 노드를 다시 스케줄 가능 상태로 전환',
      'make-room':
        '이유에 맞게 request 축소, 노드 추가, taint 허용, 규칙 완화 중 하나를 적용 (이후 파드는 자동으로 시작됨)',
      'size-requests': 'request는 실제 사용량(kubectl top) 기준으로 설정',
      autoscale: '클러스터 오토스케일러로 노드를 추가하고 노드 그룹 상한에 여유를 둠',
    },
  },
});
