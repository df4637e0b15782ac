import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Scrapes time out',
    summary: 'The target {url} does not answer within its scrape timeout: {error}',
    meaning:
      'The target takes longer to answer than the scrape may take, or its packets are dropped on the way.',
    impact: '`up` of the target is 0 and none of its metrics arrive.',
    prevention: 'Alert on `scrape_duration_seconds` near the timeout, and keep the page of metrics small.',
    steps: {
      'see-target': 'Read the last error and the duration of the last scrape',
      'see-pods': 'See whether the pods are ready, and whether their CPU is throttled',
      'see-policies': 'See whether a NetworkPolicy keeps the agent from reaching the pods',
      'give-time': 'Where the target is only slow: raise scrape_timeout (at most scrape_interval)',
      'fewer-metrics': 'Let the application expose fewer series, or compute them before the scrape',
    },
  },
  ko: {
    title: '스크레이프 시간 초과',
    summary: '{url} 타깃이 제한 시간 안에 응답하지 않습니다: {error}',
    meaning: '타깃 응답이 scrape_timeout보다 오래 걸리거나, 경로에서 패킷이 버려지는 상태입니다.',
    impact: '타깃의 `up`이 0이고 메트릭이 전혀 수집되지 않습니다.',
    prevention:
      '`scrape_duration_seconds`가 제한 시간에 가까워지면 알람이 울리게 하고, 메트릭 페이지를 작게 유지합니다.',
    steps: {
      'see-target': 'lastError와 최근 스크레이프 소요 시간 확인',
      'see-pods': '파드 Ready 여부와 CPU 스로틀링 확인',
      'see-policies': '에이전트 접근을 막는 NetworkPolicy 확인',
      'give-time': '응답이 느릴 뿐이면 scrape_timeout 상향 (scrape_interval 이하)',
      'fewer-metrics': '노출 시계열 축소 또는 메트릭 사전 계산',
    },
  },
});
