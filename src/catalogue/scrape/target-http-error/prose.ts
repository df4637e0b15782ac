import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Target answers with an HTTP error',
    summary: 'The target {url} answers with an error: {error}',
    meaning:
      'The target answers, and not with 200: 404 for a page that it does not have, 5xx for an error of its own or of a proxy before it.',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention: 'Test path and port of the page of metrics together with the application.',
    steps: {
      'see-target': 'Read the last error of the target',
      'correct-path':
        '404: correct the path (prometheus.io/path, `path` of the monitor, metrics_path) or the port. 400 from a TLS server: set the scheme https',
      'see-log': '5xx: read what the application says at the time of the scrape',
      'test-path': 'Request the page in the tests of the application',
    },
  },
  ko: {
    title: '타깃 HTTP 오류 응답',
    summary: '{url} 타깃이 오류로 응답합니다: {error}',
    meaning:
      '타깃이 200이 아닌 응답을 보냅니다. 404는 없는 경로, 5xx는 애플리케이션이나 앞단 프록시의 오류입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention: '메트릭 페이지의 경로와 포트를 애플리케이션과 함께 검증합니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'correct-path':
        '404: 경로(prometheus.io/path, 모니터의 path, metrics_path) 또는 포트 수정. TLS 서버의 400: scheme을 https로 설정',
      'see-log': '5xx: 스크레이프 시각의 애플리케이션 로그 확인',
      'test-path': '애플리케이션 테스트에서 메트릭 페이지 요청',
    },
  },
});
