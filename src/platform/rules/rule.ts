/** A sentence in both languages; the fleet's `language` decides which one is rendered. */
export interface Text {
  en: string;
  ko: string;
}

/** A Prometheus duration, such as `5m` or `30s`. */
export type Duration = `${number}${'s' | 'm' | 'h' | 'd'}`;

export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Readonly<Record<string, string>>;
}

export interface AlertRule {
  alert: string;
  expr: string;
  for?: Duration;
  keepFiringFor?: Duration;
  severity: 'critical' | 'warning' | 'info';
  labels?: Readonly<Record<string, string>>;
  /** Id of the failure mode whose page is this alert's runbook. */
  mode: string;
  /** One line; may use `{{ $labels.cluster }}` and `{{ $value }}`. */
  summary: Text;
  /** What it means and what is at stake, a sentence or two. */
  description: Text;
}

/** One group of rules is one file of this folder, with its `promtool` test beside it. */
export interface RuleGroup {
  name: string;
  interval?: Duration;
  rules: readonly (RecordingRule | AlertRule)[];
}
