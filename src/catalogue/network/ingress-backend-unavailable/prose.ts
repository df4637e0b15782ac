import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Backend behind the proxy does not answer',
    summary: '{kind} {name}: the proxy before the target answers 502, 503 or 504: {error}',
    meaning:
      'A reverse proxy or load balancer is reached, and it reaches no backend (502, 503) or waits too long for one (504). What lies behind it is the cause.',
    impact:
      'What goes through the proxy fails. Remote write repeats after 5xx, so samples wait until the WAL drops them.',
    prevention:
      'Readiness probes that tell the truth, more than one replica, and timeouts of the proxy above those of the client.',
    steps: {
      'see-backend': 'See the backend: pods Ready, Service with endpoints, port of the Ingress',
      'see-proxy-log': 'Read the error log of the proxy: refused, timed out, or no endpoints',
      'mend-backend': 'Mend what stands behind it: pods, selector or port',
      'ready-backends': 'Two replicas or more, with a readiness probe',
      timeouts: 'Let the proxy wait longer (proxy-read-timeout) than the remote_timeout of the client',
    },
  },
  ko: {
    title: '프록시 뒤 백엔드 응답 없음',
    summary: '{kind} {name}: 대상 앞의 프록시가 502, 503, 504를 응답합니다. {error}',
    meaning:
      '리버스 프록시나 로드 밸런서까지는 도달하지만 백엔드에 연결되지 않거나(502, 503) 응답이 늦는(504) 상태입니다. 원인은 프록시 뒤에 있습니다.',
    impact:
      '프록시를 거치는 요청이 실패합니다. Remote Write는 5xx 이후 재시도하므로 샘플은 WAL에서 삭제될 때까지 대기합니다.',
    prevention:
      '정확한 readiness probe, 2개 이상의 레플리카, 클라이언트보다 긴 프록시 타임아웃을 유지합니다.',
    steps: {
      'see-backend': '백엔드 확인: 파드 Ready, Service 엔드포인트, Ingress 포트',
      'see-proxy-log': '프록시 오류 로그 확인 (연결 거부, 타임아웃, 엔드포인트 없음)',
      'mend-backend': '프록시 뒤의 원인 해결 (파드, 셀렉터, 포트)',
      'ready-backends': 'readiness probe가 있는 레플리카 2개 이상 운영',
      timeouts: '프록시 대기 시간(proxy-read-timeout)을 클라이언트 remote_timeout보다 길게 설정',
    },
  },
});
