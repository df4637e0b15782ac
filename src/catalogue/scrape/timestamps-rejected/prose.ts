import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Scraped samples are dropped for their timestamps',
    summary: '{name} drops scraped samples for their timestamps: {words}',
    meaning:
      'A target exposes the same series twice, two targets make the same series, or a target puts old or unordered timestamps of its own on its samples.',
    impact: 'The samples are dropped, `up` stays 1, and graphs have gaps or jump between two values.',
    prevention:
      'Keep the labels that tell targets apart (instance, pod), and let no exporter set timestamps.',
    steps: {
      'see-log': 'See which scrape pool and target drop samples, and how many',
      'find-twice':
        'Look for two targets with the same labels: two jobs for one pod, honor_labels, or relabelling that removes instance or pod',
      'own-time':
        'Where the target sets timestamps of its own (cAdvisor, federation, a push gateway): honor_timestamps: false for that job',
      'one-source': 'Scrape each pod by one job only, and check the labels after relabelling in CI',
      'no-drops': 'The log has no more lines about dropped samples',
    },
  },
  ko: {
    title: '타임스탬프 문제로 샘플 폐기',
    summary: '{name}: 타임스탬프 문제로 수집 샘플이 폐기되고 있습니다. {words}',
    meaning:
      '타깃이 같은 시계열을 두 번 노출하거나, 두 타깃이 같은 시계열을 만들거나, 타깃이 오래되었거나 순서가 맞지 않는 타임스탬프를 붙이는 상태입니다.',
    impact: '샘플은 폐기되지만 `up`은 1로 남고, 그래프가 끊기거나 두 값 사이를 오갑니다.',
    prevention:
      '타깃을 구분하는 레이블(instance, pod)을 유지하고, 익스포터가 타임스탬프를 붙이지 않게 합니다.',
    steps: {
      'see-log': '샘플을 폐기하는 scrape pool과 타깃, 폐기 수 확인',
      'find-twice':
        '레이블이 같은 타깃 확인: 파드 하나를 수집하는 잡 두 개, honor_labels, instance나 pod를 제거하는 relabel',
      'own-time':
        '타깃이 자체 타임스탬프를 붙이면(cAdvisor, federation, pushgateway) 해당 잡에 honor_timestamps: false 설정',
      'one-source': '파드는 잡 하나로만 수집하고 relabel 이후 레이블을 CI에서 검사',
      'no-drops': '샘플 폐기 로그가 더 없는지 확인',
    },
  },
});
