import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Volume is where no node fits',
    summary: 'No node that {name} may run on can reach its volume (pod {pod}).',
    meaning:
      'A volume belongs to one zone or one node. The nodes there are gone, full or closed to this pod, so the scheduler finds none that fits both pod and volume.',
    impact:
      'The pod stays Pending. Its data is safe on the volume, and nothing of it is served or collected.',
    prevention:
      'Use volumeBindingMode WaitForFirstConsumer, keep a node group in every zone that has volumes, and spread the replicas over the zones.',
    steps: {
      'see-volume': 'Find the volume, and the zone or node in its nodeAffinity',
      'see-nodes': 'See which nodes are in that zone, and whether they are Ready and open for pods',
      'bring-node':
        'Bring a node of that zone back: scale its node group up, uncordon it, or make room on it. Local volumes need their own node back',
      'wait-for-pod': 'Use a StorageClass with volumeBindingMode WaitForFirstConsumer for new volumes',
      'nodes-per-zone':
        'Keep at least one node per zone in which there are volumes (one node group per zone)',
    },
  },
  ko: {
    title: '볼륨과 노드의 존 불일치',
    summary: '볼륨에 접근할 수 있는 노드가 없어 스케줄되지 않습니다: {name} (파드 {pod})',
    meaning:
      '볼륨은 특정 존이나 노드에 묶여 있습니다. 그 위치의 노드가 없거나, 가득 찼거나, 이 파드를 받지 않아 파드와 볼륨 조건을 모두 만족하는 노드가 없는 상태입니다.',
    impact: '파드가 Pending으로 남습니다. 데이터는 볼륨에 남아 있지만 조회와 수집이 되지 않습니다.',
    prevention:
      'WaitForFirstConsumer를 사용하고, 볼륨이 있는 모든 존에 노드 그룹을 유지하며, 레플리카를 존에 분산합니다.',
    steps: {
      'see-volume': '볼륨의 nodeAffinity에서 존 또는 노드 확인',
      'see-nodes': '해당 존의 노드 유무와 Ready, 스케줄 가능 여부 확인',
      'bring-node':
        '해당 존의 노드 복구: 노드 그룹 증설, uncordon 또는 여유 공간 확보. 로컬 볼륨은 해당 노드 자체가 필요',
      'wait-for-pod': '새 볼륨에는 volumeBindingMode가 WaitForFirstConsumer인 StorageClass 사용',
      'nodes-per-zone': '볼륨이 있는 존마다 노드를 하나 이상 유지 (존별 노드 그룹)',
    },
  },
});
