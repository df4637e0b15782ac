import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: 'Series grew beyond the limits',
    summary: 'The series of {name} grew from {before} to {now}, most of them in the job {job}',
    meaning:
      'A target makes many more series than before: a new label with many values, a new version, or many short-lived pods.',
    impact:
      'Memory of the agent and of Receive grows with the series until one of them is killed, and the WAL and its replay grow too.',
    prevention:
      'Limits per job (sample_limit, label_limit), an alert on growth against yesterday, and a review of new labels.',
    steps: {
      'find-metric': 'See which jobs have the most series',
      'find-label':
        'On the page of such a target: the metric with the most lines, and the label with the most values (ids, paths, addresses)',
      'drop-metric':
        'Drop the metric or label in metric_relabel_configs of the job: in write_relabel_configs it would still cost the agent its memory',
      'fix-source': 'Take the label out of the application',
      'set-limits': 'Set sample_limit and label_limit per job, above what is wanted',
      'series-down': 'The number of series of the job is back where it was',
    },
  },
  ko: {
    title: '시계열 급증 (높은 카디널리티)',
    summary: '{name} 시계열이 {before}개에서 {now}개로 증가했습니다. 가장 많은 잡: {job}',
    meaning:
      '타깃이 이전보다 훨씬 많은 시계열을 만드는 상태입니다. 값이 많은 새 레이블, 새 버전, 수명이 짧은 많은 파드가 주된 이유입니다.',
    impact:
      '시계열에 비례해 에이전트와 Receive 메모리가 늘어 결국 강제 종료되고, WAL과 재생 시간도 늘어납니다.',
    prevention: '잡별 제한(sample_limit, label_limit), 전일 대비 증가 알람, 새 레이블 검토를 둡니다.',
    steps: {
      'find-metric': '시계열이 가장 많은 잡 확인',
      'find-label':
        '해당 타깃 페이지에서 줄 수가 가장 많은 메트릭과 값이 가장 많은 레이블(ID, 경로, 주소) 확인',
      'drop-metric':
        '잡의 metric_relabel_configs에서 메트릭이나 레이블 제외 (write_relabel_configs에서 제외하면 에이전트 메모리는 줄지 않음)',
      'fix-source': '애플리케이션에서 레이블 제거',
      'set-limits': '잡별 sample_limit, label_limit 설정',
      'series-down': '잡의 시계열 수가 이전 수준으로 돌아왔는지 확인',
    },
  },
});
