import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Scrape exceeds a limit',
    summary: 'The scrape of {url} exceeds a limit: {error}',
    meaning:
      'A scrape has more samples, bytes, labels or targets than the job allows. The limit protects the agent; what grew is the cause.',
    impact: 'The whole scrape is dropped: `up` is 0 and none of the metrics of the target arrive.',
    prevention:
      'Alert at 80 % of a limit (`scrape_samples_post_metric_relabeling` against `scrape_sample_limit`), and review new labels.',
    steps: {
      'see-target': 'See which target and which limit it is',
      'find-growth':
        'Find what grew: the metric with the most series on the page of the target, and the label with the most values',
      'raise-limit':
        'Where the growth is wanted: raise sample_limit, body_size_limit, label_limit or target_limit, and the memory of the agent with it',
      'fewer-series':
        'Where it is not: drop the metric or label in metric_relabel_configs, and then at its source',
    },
  },
  ko: {
    title: '스크레이프 한도 초과',
    summary: '{url} 스크레이프가 한도를 초과했습니다: {error}',
    meaning:
      '스크레이프의 샘플 수, 크기, 레이블 또는 타깃 수가 잡의 한도를 넘은 상태입니다. 한도는 에이전트를 보호하며, 원인은 늘어난 쪽에 있습니다.',
    impact: '스크레이프 전체가 폐기되어 `up`이 0이 되고 해당 타깃의 메트릭이 전혀 수집되지 않습니다.',
    prevention:
      '한도의 80 %에서 알람을 설정하고(`scrape_samples_post_metric_relabeling` 대비 `scrape_sample_limit`), 새 레이블을 검토합니다.',
    steps: {
      'see-target': '어느 타깃의 어떤 한도인지 확인',
      'find-growth': '증가 원인 확인: 시계열이 가장 많은 메트릭과 값이 가장 많은 레이블',
      'raise-limit':
        '의도한 증가라면 sample_limit, body_size_limit, label_limit, target_limit과 에이전트 메모리 상향',
      'fewer-series':
        '의도하지 않은 증가라면 metric_relabel_configs로 메트릭이나 레이블을 제외한 뒤 애플리케이션에서 수정',
    },
  },
});
