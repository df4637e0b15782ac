import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Port-forward or tunnel broke',
    summary: 'The port-forward or tunnel to {name} broke.',
    meaning:
      'A kubectl port-forward, SSH or session-manager tunnel of an operator ended: its pod was replaced, the connection was idle, or the node or API server went away. The pipeline itself is not touched.',
    impact: 'Only the person behind the tunnel sees nothing.',
    prevention:
      'Use an Ingress with sign-in for what is looked at often; a port-forward holds to one pod and ends with it.',
    steps: {
      'see-pod': 'See whether the pod that it led to still runs',
      'forward-again': 'Start it anew, to the Service; kubectl picks a pod that runs and a free local port',
      'other-node': 'Where the way to the node is lost: start the session on another node',
      'lasting-way': 'An Ingress with sign-in instead of a tunnel',
      answers: 'The page opens through the new tunnel',
    },
  },
  ko: {
    title: 'port-forward 또는 터널 끊김',
    summary: '{name}: port-forward 또는 터널이 끊겼습니다.',
    meaning:
      '운영자의 kubectl port-forward, SSH, Session Manager 터널이 끊긴 상태입니다. 파드가 교체됐거나, 유휴 시간이 길었거나, 노드나 API 서버와 끊겼습니다. 파이프라인에는 영향이 없습니다.',
    impact: '터널을 쓰는 사람만 접속할 수 없습니다.',
    prevention:
      '자주 보는 화면은 로그인이 있는 Ingress를 사용합니다. port-forward는 파드 하나에 묶여 함께 끝납니다.',
    steps: {
      'see-pod': '연결했던 파드가 아직 실행 중인지 확인',
      'forward-again': 'Service를 대상으로 다시 실행 (실행 중인 파드와 빈 로컬 포트를 자동 선택)',
      'other-node': '노드 경로가 끊겼으면 다른 노드에서 세션 시작',
      'lasting-way': '터널 대신 로그인이 있는 Ingress 사용',
      answers: '새 터널로 화면이 열리는지 확인',
    },
  },
});
