import type { Text } from '../../rules/rule.ts';
import type { Panel, Query, Thresholds, Unit } from '../dashboard.ts';

/** Of something that has an end, such as a limit or a volume. */
export const SHARE: Thresholds = [
  { level: 'ok' },
  { from: 0.8, level: 'warning' },
  { from: 0.9, level: 'critical' },
];
export const ANY_IS_A_WARNING: Thresholds = [{ level: 'ok' }, { from: 1, level: 'warning' }];
export const ANY_IS_CRITICAL: Thresholds = [{ level: 'ok' }, { from: 1, level: 'critical' }];
/** Seconds behind; instant queries forget a series after 300. */
export const BEHIND: Thresholds = [
  { level: 'ok' },
  { from: 60, level: 'warning' },
  { from: 300, level: 'critical' },
];

/** Legends and their PromQL, in order; as queries where the legend is words. */
type Lines = Readonly<Record<string, string>> | readonly [Query, ...Query[]];

type More = Partial<Pick<Panel, 'description' | 'thresholds' | 'decimals' | 'max' | 'width'>>;

export function timeseries(title: Text, unit: Unit, lines: Lines, more: More = {}): Panel {
  return { title, kind: 'timeseries', unit, queries: queries(lines), ...more };
}

export function bars(title: Text, unit: Unit, lines: Lines, more: More = {}): Panel {
  return { title, kind: 'bargauge', unit, queries: queries(lines), ...more };
}

/** One number; its name is the title. */
export function stat(title: Text, unit: Unit, expr: string, more: More = {}): Panel {
  return { title, kind: 'stat', unit, queries: [{ expr, legend: title }], ...more };
}

export function table(title: Text, columns: readonly [Query, ...Query[]], more: More = {}): Panel {
  return { title, kind: 'table', unit: 'short', queries: columns, ...more };
}

function queries(lines: Lines): readonly [Query, ...Query[]] {
  if (isQueries(lines)) return lines;
  const [first, ...rest] = Object.entries(lines).map(([legend, expr]) => ({ legend, expr }));
  if (first === undefined) throw new TypeError('a panel has at least one query');
  return [first, ...rest];
}

function isQueries(lines: Lines): lines is readonly [Query, ...Query[]] {
  return Array.isArray(lines);
}
