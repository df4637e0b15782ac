import type { Text } from '../rules/rule.ts';

/** Ids of Grafana's units that the dashboards use; `short` is a plain number. */
export type Unit = 'short' | 'percentunit' | 's' | 'bytes' | 'Bps' | 'cps' | 'reqps' | 'ops';

/** Steps from low to high; the first has no lower bound. */
export type Thresholds = readonly [{ level: Level }, ...{ from: number; level: Level }[]];

export type Level = 'ok' | 'warning' | 'critical';

export interface Query {
  /**
   * PromQL as one would type it into Grafana. Written for the identity label `cluster`: where a fleet calls it
   * otherwise, `toGrafana` renames every whole word `cluster` that is not the variable `$cluster`.
   */
  expr: string;
  /** Label template, such as `{{cluster}} {{pod}}`, or words; in a table, the head of the column. */
  legend: string | Text;
  /** Of this column of a table, where it differs from the panel's. */
  unit?: Unit;
  /** Of this column of a table. */
  thresholds?: Thresholds;
}

export interface Panel {
  title: Text;
  description?: Text;
  /** A time series shows the whole range; every other kind shows the value at its end. */
  kind: 'timeseries' | 'stat' | 'table' | 'gauge' | 'bargauge';
  unit: Unit;
  queries: readonly [Query, ...Query[]];
  thresholds?: Thresholds;
  decimals?: number;
  max?: number;
  /** Columns of Grafana's 24; each kind has its usual width. */
  width?: number;
}

export interface Row {
  title: Text;
  panels: readonly Panel[];
}

export interface Dashboard {
  /** Part of the address: never renamed. */
  uid: string;
  title: Text;
  description: Text;
  tags?: readonly string[];
  /**
   * Selector of one series per pod of the component. With it the dashboard has the variables `namespace` and
   * `pod`, which list that component's pods only.
   */
  pods?: string;
  rows: readonly Row[];
}
