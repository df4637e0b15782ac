import type { Text } from '../../rules/rule.ts';
import type { Panel, Query, Thresholds } from '../dashboard.ts';

/** What a panel needs to know of the dashboard that it is rendered into. */
export interface PanelContext {
  /** One language of a text. */
  say(text: Text): string;
  /** A legend in one language, with the identity label in the place of `{{cluster}}`. */
  legend(legend: string | Text): string;
  /** The identity label in the place of `cluster`. */
  expr(promql: string): string;
  datasource: { type: 'prometheus'; uid: string };
}

export interface GridPos {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface GrafanaTarget {
  refId: string;
  datasource: { type: 'prometheus'; uid: string };
  expr: string;
  legendFormat: string;
  editorMode: 'code';
  range: boolean;
  instant: boolean;
  format: 'time_series' | 'table';
}

export interface GrafanaPanel {
  id: number;
  type: Panel['kind'] | 'row';
  title: string;
  gridPos: GridPos;
  [field: string]: unknown;
}

/** Width and height of each kind, in Grafana's grid of 24 columns. */
export const SIZES: Record<Panel['kind'], { w: number; h: number }> = {
  timeseries: { w: 12, h: 8 },
  stat: { w: 4, h: 4 },
  gauge: { w: 4, h: 6 },
  bargauge: { w: 12, h: 8 },
  table: { w: 24, h: 9 },
};

const COLORS = { ok: 'green', warning: 'orange', critical: 'red' };

export function grafanaPanel(
  panel: Panel,
  { id, gridPos }: { id: number; gridPos: GridPos },
  context: PanelContext,
): GrafanaPanel {
  return {
    id,
    type: panel.kind,
    title: context.say(panel.title),
    ...(panel.description && { description: context.say(panel.description) }),
    gridPos,
    datasource: context.datasource,
    fieldConfig: { defaults: fieldDefaults(panel), overrides: overrides(panel, context) },
    options: options(panel, context),
    targets: panel.queries.map((query, index) => target(panel, query, index, context)),
    ...(panel.kind === 'table' && { transformations: transformations(panel) }),
  };
}

const letter = (index: number) => String.fromCharCode(65 + index);

function target(panel: Panel, query: Query, index: number, context: PanelContext): GrafanaTarget {
  const range = panel.kind === 'timeseries';
  return {
    refId: letter(index),
    datasource: context.datasource,
    expr: context.expr(query.expr),
    legendFormat: context.legend(query.legend),
    editorMode: 'code',
    range,
    instant: !range,
    format: panel.kind === 'table' ? 'table' : 'time_series',
  };
}

function steps(thresholds: Thresholds): object {
  return {
    mode: 'absolute',
    steps: thresholds.map((step) => ({
      color: COLORS[step.level],
      value: 'from' in step ? step.from : null,
    })),
  };
}

function fieldDefaults(panel: Panel): object {
  const thresholds = panel.thresholds ?? [{ level: 'ok' }];
  return {
    unit: panel.unit,
    min: 0,
    ...(panel.decimals !== undefined && { decimals: panel.decimals }),
    ...(panel.max !== undefined && { max: panel.max }),
    thresholds: steps(thresholds),
    color: { mode: panel.kind === 'timeseries' ? 'palette-classic' : 'thresholds' },
    ...(panel.kind === 'timeseries' && {
      custom: {
        drawStyle: 'line',
        lineWidth: 1,
        fillOpacity: 8,
        showPoints: 'never',
        spanNulls: false,
        thresholdsStyle: { mode: panel.thresholds ? 'dashed' : 'off' },
      },
    }),
  };
}

/** A table's columns carry the words and the unit of their query. */
function overrides(panel: Panel, context: PanelContext): object[] {
  if (panel.kind !== 'table') return [];
  return panel.queries.map((query, index) => ({
    matcher: { id: 'byName', options: column(panel, index) },
    properties: [
      { id: 'displayName', value: context.legend(query.legend) },
      { id: 'unit', value: query.unit ?? panel.unit },
      ...(query.thresholds
        ? [
            { id: 'thresholds', value: steps(query.thresholds) },
            { id: 'custom.cellOptions', value: { type: 'color-text' } },
          ]
        : []),
    ],
  }));
}

/** Grafana's own name of a query's value in a table: it depends on how many queries there are. */
const column = (panel: Panel, index: number) =>
  panel.queries.length === 1 ? 'Value' : `Value #${letter(index)}`;

function transformations(panel: Panel): object[] {
  const tidy = {
    id: 'organize',
    options: { excludeByName: { Time: true }, indexByName: {}, renameByName: {} },
  };
  return panel.queries.length === 1 ? [tidy] : [{ id: 'merge', options: {} }, tidy];
}

function options(panel: Panel, context: PanelContext): object {
  const reduceOptions = { calcs: ['lastNotNull'], fields: '', values: false };
  switch (panel.kind) {
    case 'timeseries':
      return {
        legend: {
          displayMode: 'table',
          placement: 'bottom',
          showLegend: true,
          calcs: ['lastNotNull', 'max'],
        },
        tooltip: { mode: 'multi', sort: 'desc' },
      };
    case 'stat':
      return { reduceOptions, colorMode: 'value', graphMode: 'none', textMode: 'auto', justifyMode: 'auto' };
    case 'gauge':
      return { reduceOptions, showThresholdLabels: false, showThresholdMarkers: true };
    case 'bargauge':
      return { reduceOptions, displayMode: 'basic', orientation: 'horizontal', showUnfilled: true };
    case 'table':
      return {
        showHeader: true,
        sortBy: [{ displayName: context.legend(panel.queries[0].legend), desc: true }],
      };
  }
}
