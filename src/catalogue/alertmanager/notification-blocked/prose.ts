import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Notifications do not get out',
    summary: 'Alertmanager {name} cannot reach the host of a receiver: {words}',
    meaning:
      'Alertmanager groups and routes, but the connection to Slack, PagerDuty, a mail server or a webhook does not come about: no way out of the cluster, a firewall, a NetworkPolicy, DNS, a proxy that is not configured.',
    impact: 'Alerts fire and nobody is told. Alertmanager tries again until the next group interval.',
    prevention:
      "Give Alertmanager an egress of its own that is monitored, and let a dead man's switch outside the cluster tell when it is silent.",
    steps: {
      'see-log':
        'Read which integration fails, and whether it is the name, the connection or the time that fails',
      'ask-from-pod': 'Try the host from the pod of Alertmanager',
      'open-way':
        'Open the way: NAT gateway and route table of the subnet, egress rules of NetworkPolicies, the firewall, or proxy_url in http_config',
      'second-way': 'Give critical alerts a second receiver that takes another way',
      'watch-failures':
        "Alert on alertmanager_notifications_failed_total through another receiver, and route Watchdog to a dead man's switch outside",
      'test-alert': 'A test alert arrives',
    },
  },
  ko: {
    title: '알림 전송 경로 차단',
    summary: 'Alertmanager가 수신처 호스트에 연결하지 못합니다: {name} ({words})',
    meaning:
      'Alertmanager의 그룹핑과 라우팅은 되지만 Slack, PagerDuty, 메일 서버, 웹훅으로 연결되지 않는 상태입니다. 클러스터 외부 경로 없음, 방화벽, NetworkPolicy, DNS, 프록시 미설정이 원인입니다.',
    impact: '알람이 발생해도 아무에게도 전달되지 않습니다. Alertmanager는 다음 그룹 주기까지 재시도합니다.',
    prevention: "Alertmanager의 외부 경로를 감시하고, 클러스터 밖의 dead man's switch로 침묵을 감지합니다.",
    steps: {
      'see-log': '실패한 연동과 단계(이름 조회, 연결, 시간 초과) 확인',
      'ask-from-pod': 'Alertmanager 파드에서 해당 호스트로 접속 시험',
      'open-way':
        '경로 개방: 서브넷의 NAT Gateway와 라우팅 테이블, NetworkPolicy egress, 방화벽, 또는 http_config의 proxy_url',
      'second-way': '중요 알람은 경로가 다른 두 번째 수신처 추가',
      'watch-failures':
        "alertmanager_notifications_failed_total 알람을 다른 수신처로 보내고, Watchdog을 외부 dead man's switch로 라우팅",
      'test-alert': '테스트 알람이 도착하는지 확인',
    },
  },
});
