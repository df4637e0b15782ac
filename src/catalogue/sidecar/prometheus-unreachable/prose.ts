import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Sidecar cannot reach its Prometheus',
    summary: '{kind} {name}: the sidecar does not reach its Prometheus: {words}',
    meaning:
      'A sidecar asks its Prometheus every few seconds. It gets no answer while Prometheus starts, replays its WAL or is down, or when --prometheus.url has a wrong port, path or scheme.',
    impact: 'Query loses the recent data of this Prometheus, and nothing new is uploaded meanwhile.',
    prevention: 'Keep --prometheus.url in step with the port, the route prefix and TLS of Prometheus.',
    steps: {
      'see-prometheus': 'See whether Prometheus itself runs and is ready: its cause comes first',
      'see-url':
        'Compare --prometheus.url (http://localhost:9090 by default) with --web.listen-address, --web.route-prefix and TLS of Prometheus',
      'fit-prefix': 'Let the operator or one template set both',
    },
  },
  ko: {
    title: '사이드카가 Prometheus에 연결하지 못함',
    summary: '{kind} {name}: 사이드카가 Prometheus에 연결하지 못합니다. {words}',
    meaning:
      '사이드카는 몇 초마다 Prometheus를 조회합니다. Prometheus가 시작 중이거나 WAL을 재생 중이거나 멈췄거나, --prometheus.url의 포트·경로·스킴이 틀리면 응답을 받지 못합니다.',
    impact: 'Query에서 이 Prometheus의 최근 데이터가 빠지고, 그동안 새 업로드도 없습니다.',
    prevention: '--prometheus.url을 Prometheus의 포트, 라우트 프리픽스, TLS 설정과 함께 관리합니다.',
    steps: {
      'see-prometheus': 'Prometheus 자체가 실행 중이고 Ready인지 확인. 그쪽 원인이 먼저',
      'see-url':
        '--prometheus.url(기본 http://localhost:9090)과 Prometheus의 --web.listen-address, --web.route-prefix, TLS 비교',
      'fit-prefix': '오퍼레이터나 하나의 템플릿에서 두 값을 함께 설정',
    },
  },
});
