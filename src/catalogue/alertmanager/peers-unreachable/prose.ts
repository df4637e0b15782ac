import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Alertmanagers do not see each other',
    summary: 'The Alertmanagers of {name} do not all see each other.',
    meaning:
      'Replicas gossip silences and sent notifications on port 9094, over TCP and UDP. A peer name does not resolve, a policy or firewall drops the port (often only UDP), the advertised address is wrong, or the cluster labels differ.',
    impact:
      'Every notification comes once per part of the cluster, and a silence holds only where it was made.',
    prevention:
      'Open 9094 for TCP and UDP between the replicas, name peers by a headless Service, and alert on the number of members.',
    steps: {
      'see-cluster': 'See how many members each replica counts',
      'see-peers':
        'Compare --cluster.peer, --cluster.advertise-address, --cluster.label and --cluster.listen-address of the replicas',
      'open-gossip':
        'Allow port 9094 TCP and UDP between the pods (NetworkPolicy, firewall, security group), and correct names',
      'watch-members': 'Alert on alertmanager_cluster_members below the number of replicas',
      'members-agree': 'Every replica counts all members',
    },
  },
  ko: {
    title: 'Alertmanager 피어 단절',
    summary: 'Alertmanager 레플리카가 서로를 보지 못합니다: {name}',
    meaning:
      '레플리카는 9094 포트(TCP, UDP)로 사일런스와 전송 기록을 공유합니다. 피어 이름이 조회되지 않거나, 정책이나 방화벽이 포트(특히 UDP)를 막거나, advertise 주소가 틀리거나, 클러스터 레이블이 다른 상태입니다.',
    impact: '같은 알림이 여러 번 오고, 사일런스는 만든 레플리카에서만 적용됩니다.',
    prevention:
      '레플리카 사이에 9094 TCP와 UDP를 열고, headless Service로 피어를 지정하고, 멤버 수에 알람을 설정합니다.',
    steps: {
      'see-cluster': '레플리카마다 보이는 멤버 수 확인',
      'see-peers':
        '레플리카의 --cluster.peer, --cluster.advertise-address, --cluster.label, --cluster.listen-address 비교',
      'open-gossip': '파드 사이 9094 TCP와 UDP 허용 (NetworkPolicy, 방화벽, 보안 그룹), 이름 수정',
      'watch-members': 'alertmanager_cluster_members가 레플리카 수보다 작으면 알람',
      'members-agree': '모든 레플리카의 멤버 수가 같은지 확인',
    },
  },
});
