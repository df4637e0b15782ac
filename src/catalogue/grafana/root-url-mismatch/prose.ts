import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'root_url does not match',
    summary: 'Browsers reach Grafana {name} under another address than its root_url.',
    meaning:
      'Grafana builds redirects, asset paths and cookies from root_url and serve_from_sub_path, and refuses requests whose Origin is another host. Its reverse proxy uses another host, scheme or path, rewrites the path twice, or does not pass the Host header on.',
    impact:
      'A redirect or login loop, "failed to load its application files", "origin not allowed", or no live updates. Data is not affected.',
    prevention: 'Set root_url from the same value as the host of the Ingress.',
    steps: {
      'see-settings':
        'Read GF_SERVER_ROOT_URL, GF_SERVER_DOMAIN and GF_SERVER_SERVE_FROM_SUB_PATH (or grafana.ini)',
      'see-ingress':
        'Compare with host, path and rewrites of the Ingress or proxy: either the proxy strips the path, or serve_from_sub_path is true, never both',
      'mend-root-url':
        'Set root_url to the address that people type, with scheme and sub-path; let the proxy pass Host and X-Forwarded-Proto on; register the same address as redirect URI of the login provider',
      restart: 'Start Grafana with the corrected settings',
      'one-place': 'Render host and root_url from one value',
      'login-page': 'The login page answers 200 after at most one redirect',
    },
  },
  ko: {
    title: 'root_url 불일치',
    summary: '브라우저 접속 주소가 Grafana의 root_url과 다릅니다: {name}',
    meaning:
      'Grafana는 root_url과 serve_from_sub_path로 리다이렉트, 정적 파일 경로, 쿠키를 만들고 Origin이 다른 요청을 거부합니다. 리버스 프록시의 호스트, 스킴, 경로가 다르거나, 경로를 두 번 바꾸거나, Host 헤더를 넘기지 않는 상태입니다.',
    impact:
      '리다이렉트 또는 로그인 루프, "failed to load its application files", "origin not allowed", 라이브 업데이트 실패가 나타납니다. 데이터에는 영향이 없습니다.',
    prevention: 'root_url과 Ingress 호스트를 같은 값에서 설정합니다.',
    steps: {
      'see-settings':
        'GF_SERVER_ROOT_URL, GF_SERVER_DOMAIN, GF_SERVER_SERVE_FROM_SUB_PATH(또는 grafana.ini) 확인',
      'see-ingress':
        'Ingress 또는 프록시의 호스트, 경로, rewrite와 비교. 프록시가 경로를 제거하거나 serve_from_sub_path를 켜거나 둘 중 하나만 사용',
      'mend-root-url':
        'root_url을 실제 접속 주소(스킴과 하위 경로 포함)로 설정. 프록시는 Host와 X-Forwarded-Proto를 전달하고, 로그인 제공자의 redirect URI도 같은 주소로 등록',
      restart: '수정한 설정으로 Grafana 재시작',
      'one-place': '호스트와 root_url을 한 값에서 생성',
      'login-page': '로그인 페이지가 리다이렉트 한 번 이내로 200을 응답하는지 확인',
    },
  },
});
