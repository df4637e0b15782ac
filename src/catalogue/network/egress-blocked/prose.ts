import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'No way out of the cluster',
    summary: '{kind} {name} reaches nothing outside the cluster: {error}',
    meaning:
      'Packets to the outside world get no answer, or a proxy refuses them: the NAT gateway, the default route, a proxy or an egress rule is missing or full.',
    impact:
      'Notifications, uploads to a cloud store, remote write to other sites and image pulls fail; what stays inside goes on.',
    prevention: 'Give each zone its own NAT gateway or proxy, and probe one outside address all the time.',
    steps: {
      'try-way-out': 'Try to connect from a pod',
      'see-route':
        'Check the default route (0.0.0.0/0 → NAT gateway), the state and free ports of the NAT gateway, and the egress rules',
      'set-proxy':
        'Where there is only a proxy: set HTTPS_PROXY and NO_PROXY (cluster addresses, .svc, .cluster.local) on the workload',
      'nat-per-zone': 'One NAT gateway per zone, with enough addresses for the connections',
      'watch-way-out': 'Probe an outside address with the blackbox exporter, and alert on it',
    },
  },
  ko: {
    title: '외부 통신 차단',
    summary: '{kind} {name}: 클러스터 외부로 연결되지 않습니다. {error}',
    meaning:
      '외부로 나가는 패킷에 응답이 없거나 프록시가 거부하는 상태입니다. NAT Gateway, 기본 라우트, 프록시, 이그레스 규칙이 없거나 포화됐습니다.',
    impact:
      '알림, 클라우드 스토리지 업로드, 다른 사이트로의 Remote Write, 이미지 풀이 실패합니다. 내부 통신은 계속됩니다.',
    prevention: '가용 영역마다 NAT Gateway나 프록시를 두고 외부 주소를 상시 프로브합니다.',
    steps: {
      'try-way-out': '파드에서 연결 시도',
      'see-route': '기본 라우트(0.0.0.0/0 → NAT Gateway), NAT Gateway 상태와 남은 포트, 이그레스 규칙 확인',
      'set-proxy':
        '프록시만 허용된 환경이면 HTTPS_PROXY와 NO_PROXY 설정 (클러스터 대역, .svc, .cluster.local 포함)',
      'nat-per-zone': '가용 영역별 NAT Gateway 구성, 연결 수에 맞는 주소 확보',
      'watch-way-out': 'blackbox exporter로 외부 주소 프로브 및 알림 설정',
    },
  },
});
