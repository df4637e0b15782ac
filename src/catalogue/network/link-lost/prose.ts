import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Link between clusters lost',
    summary: '{name}: nothing passes between this cluster and the others.',
    meaning:
      'No traffic at all passes between two clusters, while both live: the VPN, the WAN line or a route between the sites is gone.',
    impact:
      'Every flow between them stops. Agents keep unsent samples as long as their WAL holds them, about two hours by default and four at most.',
    prevention: 'Two ways between sites, and an alert on the link itself.',
    steps: {
      'try-way': 'Try several ports of the other side: if none answers it is the link and no firewall rule',
      'see-gateway':
        'See the state of the tunnel and its routes (wg show, swanctl --list-sas, BGP neighbours, the provider’s console)',
      'call-provider':
        'Restart the tunnel or call the provider; leave the agents running, their queue holds the samples',
      'two-ways': 'A second way of another provider, with routing that fails over',
      'watch-link': 'Probe the other site from each, and alert within minutes',
    },
  },
  ko: {
    title: '클러스터 간 링크 단절',
    summary: '{name}: 다른 클러스터와 통신이 전혀 되지 않습니다.',
    meaning:
      '두 클러스터가 모두 살아 있지만 그 사이 트래픽이 전혀 통하지 않는 상태입니다. VPN, WAN 회선, 사이트 간 라우트가 끊겼습니다.',
    impact:
      '두 클러스터 사이의 모든 흐름이 멈춥니다. Agent는 WAL이 유지되는 동안(기본 약 2시간, 최대 4시간)만 미전송 샘플을 보관합니다.',
    prevention: '사이트 간 경로를 이중화하고 링크 자체를 감시합니다.',
    steps: {
      'try-way': '상대 쪽 여러 포트로 연결 시도 (모두 응답이 없으면 방화벽 규칙이 아니라 링크 문제)',
      'see-gateway': '터널과 라우트 상태 확인 (wg show, swanctl --list-sas, BGP 이웃, 사업자 콘솔)',
      'call-provider': '터널 재시작 또는 사업자 연락. 큐에 샘플이 있으므로 Agent는 그대로 둠',
      'two-ways': '다른 사업자의 두 번째 경로와 자동 전환 라우팅 구성',
      'watch-link': '사이트 간 상호 프로브, 수 분 내 알림',
    },
  },
});
