import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Request body limit of a proxy',
    summary: '{kind} {name}: a proxy on the way refuses batches with 413: {error}',
    meaning:
      'A reverse proxy takes request bodies up to a limit (nginx: 1 MiB unless set) and answers larger ones with 413. Receive has 413s of its own, which say what is too large.',
    impact:
      'Remote write does not repeat a batch after 413: its samples are lost, and the rest gets through.',
    prevention: 'Set the limit of the write path well above the largest batch, and watch for 413.',
    steps: {
      'raise-limit': 'Raise the limit on this Ingress (ingress-nginx); 0 turns it off',
      'other-proxies':
        'Others: nginx client_max_body_size, Traefik Buffering maxRequestBodyBytes, Envoy buffer max_request_bytes, a limit of the cloud load balancer',
      'smaller-batches': 'Or send smaller batches: queue_config.max_samples_per_send (2000 is the default)',
      'limit-for-writes': 'Set the limit for the write path where the Ingress is defined',
    },
  },
  ko: {
    title: '프록시 요청 크기 제한',
    summary: '{kind} {name}: 경로상의 프록시가 배치를 413으로 거부합니다. {error}',
    meaning:
      '리버스 프록시는 제한(nginx 기본 1MiB)보다 큰 요청 본문에 413을 응답합니다. Receive 자체의 413은 무엇이 큰지 본문에 표시합니다.',
    impact: 'Remote Write는 413을 받은 배치를 다시 보내지 않으므로 그 샘플은 유실되고 나머지만 전송됩니다.',
    prevention: '쓰기 경로의 제한을 가장 큰 배치보다 넉넉하게 설정하고 413을 감시합니다.',
    steps: {
      'raise-limit': '해당 Ingress의 제한 확대 (ingress-nginx). 0이면 무제한',
      'other-proxies':
        '그 외 프록시: nginx client_max_body_size, Traefik Buffering maxRequestBodyBytes, Envoy buffer max_request_bytes, 클라우드 로드 밸런서 제한',
      'smaller-batches': '또는 배치 축소: queue_config.max_samples_per_send (기본 2000)',
      'limit-for-writes': 'Ingress 정의에 쓰기 경로의 제한 명시',
    },
  },
});
