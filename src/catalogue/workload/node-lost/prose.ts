import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Node lost or under pressure',
    summary: 'The node that {name} stands for does not do its work: {condition}',
    meaning:
      'A node is NotReady (its kubelet, its machine or the way to it is gone), or short of memory or disk so that it evicts pods.',
    impact:
      'Pods on it stop, and their Services lose them. They start elsewhere only after five minutes, and not at all where a volume is bound to the node or a StatefulSet waits for the lost pod.',
    prevention:
      'Spread replicas over nodes, reserve resources for the system, set requests and limits, and alert on node conditions.',
    steps: {
      'see-node': 'See which condition it reports, and since when',
      'see-pods': 'See what runs on it',
      cordon: 'Keep new pods away while you look',
      'mend-node':
        'Bring the machine or its kubelet back, or free the disk that is full. Delete the Node object only when the machine is surely off: else two pods may write one volume',
      spread: 'Spread replicas over nodes (topologySpreadConstraints), with a PodDisruptionBudget',
      reserve:
        'Reserve memory and disk for the system (kube-reserved, system-reserved), and rotate logs and images',
      'node-ready': 'All nodes are Ready again',
    },
  },
  ko: {
    title: '노드 유실 또는 리소스 압박',
    summary: '노드가 제 역할을 하지 못합니다 ({name}): {condition}',
    meaning:
      '노드가 NotReady(kubelet, 장비, 네트워크 단절)이거나 메모리 또는 디스크가 부족해 파드를 축출하는 상태입니다.',
    impact:
      '해당 노드의 파드가 멈추고 Service에서 제외됩니다. 다른 노드에서 다시 뜨는 데 5분 이상 걸리며, 볼륨이 노드에 묶여 있거나 StatefulSet이 사라진 파드를 기다리면 뜨지 않습니다.',
    prevention:
      '레플리카를 여러 노드에 분산하고, 시스템 자원을 예약하고, request와 limit을 지정하고, 노드 컨디션에 알람을 둡니다.',
    steps: {
      'see-node': '어떤 컨디션이 언제부터인지 확인',
      'see-pods': '해당 노드의 파드 확인',
      cordon: '조사하는 동안 새 파드 배치 차단',
      'mend-node':
        '장비나 kubelet 복구, 디스크 확보. Node 오브젝트는 장비가 확실히 꺼진 뒤에만 삭제 (두 파드가 한 볼륨에 쓸 수 있음)',
      spread: '레플리카를 노드에 분산 (topologySpreadConstraints, PodDisruptionBudget)',
      reserve: '시스템용 메모리와 디스크 예약 (kube-reserved, system-reserved), 로그와 이미지 정리',
      'node-ready': '모든 노드 Ready 확인',
    },
  },
});
