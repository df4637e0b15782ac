import type { RuleGroup } from './rule.ts';
import { CLUSTER, PROCESS, THIS_PROCESS } from './shared/labels.ts';

const over = (metric: string) => `sum by (${PROCESS}) (rate(prometheus_target_${metric}[5m])) > 0`;

/**
 * What an Agent or server drops while it scrapes (scrape/metrics.go; scrape/scrape.go before 2.49), and how much
 * it takes. The targets are not named by these metrics: the Agent's log and its targets page do that.
 */
export const group: RuleGroup = {
  name: 'scrape',
  interval: '1m',
  rules: [
    {
      alert: 'ScrapeLimitExceeded',
      expr: [
        'scrapes_exceeded_sample_limit_total',
        'scrapes_exceeded_body_size_limit_total',
        'scrape_pool_exceeded_label_limits_total',
        'scrape_pool_exceeded_target_limit_total',
      ]
        .map(over)
        .join('\nor\n'),
      for: '5m',
      severity: 'warning',
      mode: 'scrape/limit-exceeded',
      summary: {
        en: `${THIS_PROCESS}: targets are over a limit of samples, size, labels or number`,
        ko: `${THIS_PROCESS}: 샘플, 크기, 레이블 또는 타깃 수 한도 초과`,
      },
      description: {
        en: 'The whole scrape of such a target is dropped, and its `up` is 0.',
        ko: '해당 타깃의 스크레이프 전체 폐기, up 값 0.',
      },
    },
    {
      alert: 'ScrapeTimestampsRejected',
      expr: [
        'scrapes_sample_duplicate_timestamp_total',
        'scrapes_sample_out_of_order_total',
        'scrapes_sample_out_of_bounds_total',
      ]
        .map(over)
        .join('\nor\n'),
      for: '10m',
      severity: 'warning',
      mode: 'scrape/timestamps-rejected',
      summary: {
        en: `${THIS_PROCESS}: {{ $value | humanize }} samples/s are dropped for their timestamps`,
        ko: `${THIS_PROCESS}: 타임스탬프 문제로 초당 {{ $value | humanize }}개 샘플 폐기`,
      },
      description: {
        en: 'Two targets make the same series, or a target sends old or repeated timestamps of its own.',
        ko: '두 타깃의 동일 시계열 생성 또는 타깃이 보낸 오래되거나 중복된 타임스탬프.',
      },
    },
    {
      alert: 'AgentSeriesGrowing',
      expr: `
        sum by (${CLUSTER}) (prometheus_agent_active_series)
          > 1.5 * sum by (${CLUSTER}) (prometheus_agent_active_series offset 1d)
        and
        sum by (${CLUSTER}) (prometheus_agent_active_series)
          - sum by (${CLUSTER}) (prometheus_agent_active_series offset 1d) > 10000`,
      for: '10m',
      severity: 'warning',
      mode: 'agent/cardinality-high',
      summary: {
        en: '{{ $labels.cluster }}: {{ $value | humanize }} active series, half as many again as a day ago',
        ko: '{{ $labels.cluster }}: 활성 시계열 {{ $value | humanize }}개, 하루 전 대비 50% 이상 증가',
      },
      description: {
        en: 'Memory of the Agent and of Receive grows with the series. A new label with many values is the usual reason.',
        ko: '시계열 증가에 비례해 Agent와 Receive 메모리 증가. 값이 많은 새 레이블이 주된 원인.',
      },
    },
  ],
};
