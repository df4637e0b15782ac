import { defineProse } from '../../mode.ts';

export const prose = defineProse({
  en: {
    title: "Receiver refuses the series' labels",
    summary: 'The far end refuses series of {kind} {name} for their labels: {error}',
    meaning:
      'Labels are empty, doubled, not in order, too long, too many, or have names that the receiver does not know (UTF-8 names of Prometheus 3).',
    impact:
      'These series are lost, with some receivers the whole batch in which they are; the writer does not try again.',
    prevention:
      'Let relabel rules make only names that the oldest receiver takes, and set label limits at the scrape.',
    steps: {
      'see-log': 'Read which labels are refused; Receive names the series at its debug level',
      'see-rules': 'Look for relabel rules, external labels or exporters that make such labels',
      'drop-series':
        'Drop or mend these series at the scrape (metric_relabel_configs): the queue is kept, which a change of remote_write would rebuild',
      'legacy-names':
        'For a receiver without UTF-8 names set metric_name_validation_scheme: legacy in the global section',
      'limit-labels': 'Set label_limit, label_name_length_limit and label_value_length_limit for the jobs',
    },
  },
  ko: {
    title: '레이블 거부',
    summary: '{kind} {name}: 대상이 레이블 문제로 시계열을 거부합니다. {error}',
    meaning:
      '레이블이 비었거나 중복이거나 정렬되지 않았거나 너무 길거나 많습니다. 또는 수신 측이 모르는 이름입니다 (Prometheus 3의 UTF-8 이름).',
    impact:
      '해당 시계열이 유실되고, 수신 측에 따라서는 그 시계열이 든 배치 전체가 유실됩니다. 재시도는 없습니다.',
    prevention:
      '리레이블 규칙은 가장 오래된 수신 측도 받는 이름만 만들게 하고, 수집 단계에 레이블 한도를 둡니다.',
    steps: {
      'see-log': '거부된 레이블 확인 (Receive는 debug 로그에 시계열을 기록)',
      'see-rules': '이런 레이블을 만드는 리레이블 규칙, external label, exporter 찾기',
      'drop-series':
        '수집 단계에서 해당 시계열을 drop 하거나 수정 (metric_relabel_configs). remote_write를 바꾸면 큐가 다시 만들어지지만 이 방법은 큐가 유지됨',
      'legacy-names':
        'UTF-8 이름을 받지 않는 대상이면 global 항목에 metric_name_validation_scheme: legacy 설정',
      'limit-labels': '작업별로 label_limit, label_name_length_limit, label_value_length_limit 설정',
    },
  },
});
