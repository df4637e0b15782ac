import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Volume cannot be attached',
    summary: 'The volume of pod {pod} ({name}) cannot be attached to its node: {words}',
    meaning:
      'The volume is still attached to another node (an old pod, or a node that died), or the attach does not finish in the cloud.',
    impact:
      'The pod waits in ContainerCreating. Data stays on the volume; nothing of it is served or collected.',
    prevention: 'Let the old pod end before the new one starts, and drain nodes before they are removed.',
    steps: {
      'see-attachments': 'Find the volume and the node that holds it now',
      'see-old-pod': 'Find the pod that still uses it: an older one, on another node, perhaps Terminating',
      'release-volume':
        'Let the old pod end. Only if its node is proven to be off: taint it with node.kubernetes.io/out-of-service=nodeshutdown:NoExecute, and its volumes are detached. Never detach by force from a node that may still write',
      recreate:
        'A Deployment with a ReadWriteOnce volume needs the strategy Recreate; replicas need a StatefulSet',
      'drain-first': 'Drain a node before it is shut down, and let the autoscaler do so',
    },
  },
  ko: {
    title: '볼륨 연결 실패',
    summary: '파드 볼륨을 노드에 연결하지 못하고 있습니다: {pod} ({name}). 메시지: {words}',
    meaning:
      '볼륨이 아직 다른 노드에 연결되어 있거나(이전 파드, 중단된 노드), 클라우드에서 연결 작업이 끝나지 않는 상태입니다.',
    impact: '파드가 ContainerCreating에서 멈춥니다. 데이터는 볼륨에 남아 있지만 조회와 수집이 되지 않습니다.',
    prevention: '이전 파드가 끝난 뒤 새 파드를 시작하고, 노드는 제거 전에 drain합니다.',
    steps: {
      'see-attachments': '볼륨과 현재 연결된 노드 확인',
      'see-old-pod': '볼륨을 아직 쓰는 파드 찾기 (다른 노드의 이전 파드, Terminating 포함)',
      'release-volume':
        '이전 파드 종료 대기. 노드 전원이 꺼진 것이 확인된 경우에만 node.kubernetes.io/out-of-service=nodeshutdown:NoExecute taint로 분리. 쓰기 중일 수 있는 노드에서 강제 분리 금지',
      recreate:
        'ReadWriteOnce 볼륨을 쓰는 Deployment는 Recreate 전략 사용, 레플리카가 여럿이면 StatefulSet 사용',
      'drain-first': '노드 종료 전 drain (오토스케일러 포함)',
    },
  },
});
