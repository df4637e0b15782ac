import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Socket of the container runtime missing',
    summary: '{kind} {name} does not see the socket of the container runtime: {words}',
    meaning:
      'Container Insights reads pods from the runtime of the node. The DaemonSet does not mount its socket, mounts another path (containerd: /run/containerd/containerd.sock), or the socket was made anew after the pod started.',
    impact: 'Node metrics arrive, metrics of pods and containers do not.',
    prevention:
      'Use the current DaemonSet or add-on of the agent, and mount the folder of the socket and not the file.',
    steps: {
      'see-mounts': 'Look at the hostPath volumes of the DaemonSet',
      'see-runtime': 'See which runtime the nodes have',
      'mount-socket':
        'Mount /run/containerd (read-only) at the same path in the agent, then let the rollout finish; restart the pod of a node whose runtime was restarted',
      'newer-agent':
        'Install the agent by the EKS add-on amazon-cloudwatch-observability, which brings the mounts',
      'pod-metrics': 'The log does not say that no pod metric was collected any more',
    },
  },
  ko: {
    title: '컨테이너 런타임 소켓 없음',
    summary: '에이전트에서 컨테이너 런타임 소켓이 보이지 않습니다: {name} ({words})',
    meaning:
      'Container Insights는 노드의 런타임에서 파드 정보를 읽습니다. DaemonSet이 소켓을 마운트하지 않았거나, 경로가 다르거나(containerd는 /run/containerd/containerd.sock), 파드가 시작된 뒤 소켓이 새로 만들어진 상태입니다.',
    impact: '노드 메트릭은 들어오지만 파드와 컨테이너 메트릭은 들어오지 않습니다.',
    prevention: '최신 DaemonSet 또는 애드온을 쓰고, 소켓 파일 대신 디렉터리를 마운트합니다.',
    steps: {
      'see-mounts': 'DaemonSet의 hostPath 볼륨 확인',
      'see-runtime': '노드의 런타임 확인',
      'mount-socket':
        '/run/containerd를 같은 경로에 읽기 전용으로 마운트하고 롤아웃 완료 대기. 런타임이 재시작된 노드는 파드 재시작',
      'newer-agent': '마운트가 포함된 EKS 애드온 amazon-cloudwatch-observability로 설치',
      'pod-metrics': '로그에 파드 메트릭 미수집 메시지가 더 없는지 확인',
    },
  },
});
