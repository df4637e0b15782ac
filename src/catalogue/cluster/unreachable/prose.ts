import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Cluster does not answer',
    summary: 'The API of cluster {cluster} does not answer ({reason}).',
    meaning:
      'Nothing of the cluster can be reached from outside: power, the site, its network, or its control plane.',
    impact: 'Its samples stop. Nothing inside the cluster can be looked at from here.',
    prevention: 'Keep a second way to the site (out-of-band), and watch the API from outside.',
    steps: {
      'ask-again': 'Ask the API once more, and from another network if you can',
      'check-site': 'Check power, uplink and VPN of the site, then the machines of the control plane',
      'second-way': 'Set up a second, independent way to the site',
      'watch-from-outside': 'Watch the API server from another cluster and alert when it is silent',
      'api-answers': 'The API answers and all nodes are Ready',
    },
  },
  ko: {
    title: '클러스터 무응답',
    summary: '클러스터 {cluster} API가 응답하지 않습니다 ({reason}).',
    meaning:
      '전원, 사이트, 네트워크, 컨트롤 플레인 문제로 외부에서 클러스터에 전혀 접근할 수 없는 상태입니다.',
    impact: '해당 클러스터의 샘플이 멈추고, 내부 상태를 여기서 확인할 수 없습니다.',
    prevention: '사이트로 가는 별도 경로(out-of-band)를 확보하고 외부에서 API를 감시합니다.',
    steps: {
      'ask-again': 'API 재확인 (가능하면 다른 네트워크에서)',
      'check-site': '사이트 전원, 회선, VPN 확인 후 컨트롤 플레인 서버 점검',
      'second-way': '사이트로 가는 독립된 두 번째 경로 구성',
      'watch-from-outside': '다른 클러스터에서 API 서버를 감시하고 무응답 알람 설정',
      'api-answers': 'API 응답과 모든 노드 Ready 확인',
    },
  },
});
