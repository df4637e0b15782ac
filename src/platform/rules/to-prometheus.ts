import type { AlertRule, RecordingRule, RuleGroup, Text } from './rule.ts';

/** A rule file as Prometheus, the Thanos Ruler and the operator's PrometheusRule take it. */
export interface PrometheusRules {
  groups: readonly PrometheusGroup[];
}

interface PrometheusGroup {
  name: string;
  interval?: string;
  rules: readonly PrometheusRule[];
}

type PrometheusRule =
  | { record: string; expr: string; labels?: Record<string, string> }
  | {
      alert: string;
      expr: string;
      for?: string;
      keep_firing_for?: string;
      labels: Record<string, string>;
      annotations: { summary: string; description: string; runbook_url: string };
    };

export interface RenderOptions {
  language: keyof Text;
  /** Address below which the pages of the failure modes are, such as `https://fleetmedic.dev/failure-modes`. */
  runbooks: string;
}

export function toPrometheus(groups: readonly RuleGroup[], options: RenderOptions): PrometheusRules {
  return {
    groups: groups.map(({ name, interval, rules }) => ({
      name,
      ...(interval && { interval }),
      rules: rules.map((rule) => ('alert' in rule ? alertRule(rule, options) : recordingRule(rule))),
    })),
  };
}

function recordingRule({ record, expr, labels }: RecordingRule): PrometheusRule {
  return { record, expr: dedent(expr), ...(labels && { labels: { ...labels } }) };
}

function alertRule(rule: AlertRule, { language, runbooks }: RenderOptions): PrometheusRule {
  return {
    alert: rule.alert,
    expr: dedent(rule.expr),
    ...(rule.for && { for: rule.for }),
    ...(rule.keepFiringFor && { keep_firing_for: rule.keepFiringFor }),
    labels: { ...rule.labels, severity: rule.severity },
    annotations: {
      summary: rule.summary[language],
      description: rule.description[language],
      runbook_url: `${runbooks.replace(/\/+$/, '')}/${rule.mode}`,
    },
  };
}

/** Takes away the indentation that an expression has only because of where it stands in the source. */
function dedent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const common = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(common).trimEnd()).join('\n');
}
