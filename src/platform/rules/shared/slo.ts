import type { AlertRule, Duration, RecordingRule, RuleGroup, Text } from '../rule.ts';

/** A promise, and how to tell how much of it was broken. */
export interface Slo {
  /** Group's name, in kebab case. */
  group: string;
  /** The alerts are `<alert>BurnFast` and `<alert>BurnSlow`. */
  alert: string;
  /** The share of broken promises is recorded as `cluster:<series>:ratio<window>`. */
  series: string;
  /** Share of what is counted that must be good, such as 0.999. */
  objective: number;
  mode: string;
  /** What is measured, once, before the windows. */
  indicators?: readonly RecordingRule[];
  /** PromQL: the share of bad events in a window, between 0 and 1, per cluster. */
  errors: (window: Window) => string;
  /** The promise, a noun phrase: `remote write 99.5 % accepted`. */
  goal: Text;
  /** What is lost while it is broken. */
  stake: Text;
}

export type Window = '5m' | '30m' | '1h' | '2h' | '6h' | '1d' | '3d';

const WINDOWS: readonly Window[] = ['5m', '30m', '1h', '2h', '6h', '1d', '3d'];

/**
 * Burn rate = share of bad events / share that the objective allows; 1 spends a 30-day budget in 30 days. A long
 * window says that it matters, the short one that it still goes on. The pairs are those of Google's SRE workbook
 * (chapter "Alerting on SLOs"): 2 % of the budget in an hour, 5 % in six, 10 % in one day or in three.
 */
const FAST: readonly Burn[] = [
  { rate: 14.4, long: '1h', short: '5m' },
  { rate: 6, long: '6h', short: '30m' },
];
const SLOW: readonly Burn[] = [
  { rate: 3, long: '1d', short: '2h' },
  { rate: 1, long: '3d', short: '6h' },
];

interface Burn {
  rate: number;
  long: Window;
  short: Window;
}

export function sloGroup(slo: Slo): RuleGroup {
  return {
    name: slo.group,
    interval: '1m',
    rules: [
      ...(slo.indicators ?? []),
      ...WINDOWS.map((window) => ({ record: recorded(slo, window), expr: slo.errors(window) })),
      burnAlert(slo, 'Fast', FAST, '2m', 'critical'),
      burnAlert(slo, 'Slow', SLOW, '1h', 'warning'),
    ],
  };
}

const recorded = (slo: Slo, window: Window) => `cluster:${slo.series}:ratio${window}`;

function burnAlert(
  slo: Slo,
  speed: 'Fast' | 'Slow',
  burns: readonly Burn[],
  wait: Duration,
  severity: AlertRule['severity'],
): AlertRule {
  const allowed = Number((1 - slo.objective).toFixed(6));
  const expr = burns
    .map(({ rate, long, short }) => {
      const over = (window: Window) => `${recorded(slo, window)} > ${rate} * ${allowed}`;
      return `(${over(long)} and ${over(short)})`;
    })
    .join('\nor\n');
  const pace = {
    Fast: { en: 'is gone within days at this pace', ko: '며칠 안에 소진될 속도' },
    Slow: { en: 'is spent faster than it is earned', ko: '소진 속도 허용치 초과' },
  }[speed];
  return {
    alert: `${slo.alert}Burn${speed}`,
    expr,
    for: wait,
    severity,
    labels: { slo: slo.series },
    mode: slo.mode,
    summary: {
      en: `{{ $labels.cluster }}: error budget of "${slo.goal.en}" ${pace.en} ({{ $value | humanizePercentage }} bad)`,
      ko: `{{ $labels.cluster }}: "${slo.goal.ko}" 오류 예산 ${pace.ko} (위반 비율 {{ $value | humanizePercentage }})`,
    },
    description: slo.stake,
  };
}
