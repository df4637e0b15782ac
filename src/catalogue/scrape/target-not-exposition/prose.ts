import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Target answers with no metrics format',
    summary: 'The target {url} answers with something that is no metrics format: {error}',
    meaning:
      'The target answers, and what it sends is JSON, HTML, or text that breaks the format; or its content type is unknown, which Prometheus 3 refuses unless a fallback is set.',
    impact: '`up` of the target is 0 although the application works, and none of its metrics arrive.',
    prevention: 'Test the page of metrics in CI with `promtool check metrics`.',
    steps: {
      'see-target': 'Read the last error of the target',
      'see-answer':
        'Get the page itself from inside the cluster, with its Content-Type: `curl -si URL | head`',
      'correct-path':
        'Correct metrics_path or the port; where only the content type is missing, set fallback_scrape_protocol: PrometheusText0.0.4 (Prometheus 3)',
      'expose-metrics': 'Let the application expose metrics with a client library, on a page of their own',
      'probe-health':
        'A health page is no page of metrics: watch it with the blackbox exporter. Do not make the application expose a metric named up',
    },
  },
  ko: {
    title: '메트릭 형식이 아닌 응답',
    summary: '{url} 타깃의 응답이 메트릭 형식이 아닙니다: {error}',
    meaning:
      '타깃이 응답하지만 내용이 JSON, HTML이거나 형식에 어긋납니다. Content-Type을 알 수 없는 경우도 해당하며, Prometheus 3은 fallback 설정이 없으면 거부합니다.',
    impact: '애플리케이션이 정상이어도 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention: 'CI에서 `promtool check metrics`로 메트릭 페이지를 검사합니다.',
    steps: {
      'see-target': '타깃의 lastError 확인',
      'see-answer': '클러스터 안에서 응답과 Content-Type 확인: `curl -si URL | head`',
      'correct-path':
        'metrics_path 또는 포트 수정. Content-Type만 없으면 fallback_scrape_protocol: PrometheusText0.0.4 설정 (Prometheus 3)',
      'expose-metrics': '클라이언트 라이브러리로 별도 메트릭 페이지 제공',
      'probe-health':
        '헬스체크 페이지는 메트릭 페이지가 아니므로 blackbox exporter로 감시. 애플리케이션이 up이라는 메트릭을 직접 노출하지 않도록 함',
    },
  },
});
