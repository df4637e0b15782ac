import type { Text } from '../rules/rule.ts';
import type { Dashboard, Panel, Row } from './dashboard.ts';
import { type GrafanaPanel, grafanaPanel, type PanelContext, SIZES } from './shared/grafana-panel.ts';

export interface GrafanaOptions {
  language: keyof Text;
  /** `uid` of the data source in front of Thanos Query. */
  datasourceUid: string;
  /** How often an open dashboard asks again, such as `1m`. */
  refresh: string;
  /** External label that tells clusters apart; the variable is called `cluster` all the same. */
  identityLabel?: string;
}

export interface GrafanaVariable {
  name: string;
  label: string;
  type: 'query';
  query: { query: string; refId: string };
  refresh: 1;
  multi: true;
  includeAll: true;
  allValue: string | null;
  [field: string]: unknown;
}

/** Grafana's JSON model of a dashboard, for Grafana 9.5 and later, which migrate it on load. */
export interface GrafanaDashboard {
  uid: string;
  title: string;
  schemaVersion: number;
  templating: { list: GrafanaVariable[] };
  panels: GrafanaPanel[];
  [field: string]: unknown;
}

const COLUMNS = 24;

/** Schema of Grafana 9.5, the oldest in scope: newer ones migrate from it, older ones would not know it. */
const SCHEMA_VERSION = 38;

/** `cluster` as a whole word: a label. `$cluster` is the variable, `alertmanager_cluster_members` a name. */
const IDENTITY = /(?<![\w$])cluster(?!\w)/g;

const LABELS = {
  cluster: { en: 'Cluster', ko: '클러스터' },
  namespace: { en: 'Namespace', ko: '네임스페이스' },
  pod: { en: 'Pod', ko: '파드' },
} satisfies Record<string, Text>;

export function toGrafana(dashboard: Dashboard, given: GrafanaOptions): GrafanaDashboard {
  const label = given.identityLabel ?? 'cluster';
  const context: PanelContext = {
    say: (text) => text[given.language],
    legend: (legend) =>
      (typeof legend === 'string' ? legend : legend[given.language]).replaceAll(
        '{{cluster}}',
        `{{${label}}}`,
      ),
    expr: (promql) => promql.replace(IDENTITY, label),
    datasource: { type: 'prometheus', uid: given.datasourceUid },
  };
  return {
    id: null,
    uid: dashboard.uid,
    title: context.say(dashboard.title),
    description: context.say(dashboard.description),
    tags: ['fleetmedic', ...(dashboard.tags ?? [])],
    schemaVersion: SCHEMA_VERSION,
    version: 1,
    editable: false,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from: 'now-6h', to: 'now' },
    refresh: given.refresh,
    annotations: { list: [] },
    links: [
      {
        type: 'dashboards',
        title: 'Fleetmedic',
        tags: ['fleetmedic'],
        asDropdown: true,
        includeVars: true,
        keepTime: true,
        targetBlank: false,
      },
    ],
    templating: { list: variables(dashboard, context) },
    panels: panels(dashboard.rows, context),
  };
}

/**
 * For `cluster`, All is `.+`: a cluster that appears after the dashboard was opened counts, and a series that
 * lost the label does not. For `namespace` and `pod` it is the list itself, which holds only the component's own.
 */
function variables(dashboard: Dashboard, context: PanelContext): GrafanaVariable[] {
  const list = [variable('cluster', 'up', '.+', context)];
  if (dashboard.pods === undefined) return list;
  const inNamespace = dashboard.pods.replace(/\}$/, ', namespace=~"$namespace"}');
  list.push(variable('namespace', dashboard.pods, null, context));
  list.push(variable('pod', inNamespace, null, context));
  return list;
}

function variable(
  name: keyof typeof LABELS,
  selector: string,
  allValue: string | null,
  context: PanelContext,
): GrafanaVariable {
  const query = context.expr(`label_values(${selector}, ${name})`);
  return {
    name,
    label: context.say(LABELS[name]),
    type: 'query',
    datasource: context.datasource,
    query: { query, refId: `variable-${name}` },
    definition: query,
    // On dashboard load.
    refresh: 1,
    multi: true,
    includeAll: true,
    allValue,
    current: { selected: true, text: ['All'], value: ['$__all'] },
    options: [],
    regex: '',
    sort: 1,
    hide: 0,
    skipUrlSync: false,
  };
}

/** Rows one below the other; in each, panels from left to right, on a new line where one no longer fits. */
function panels(rows: readonly Row[], context: PanelContext): GrafanaPanel[] {
  const placed: GrafanaPanel[] = [];
  let y = 0;
  for (const row of rows) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title: context.say(row.title),
      gridPos: { x: 0, y, w: COLUMNS, h: 1 },
      collapsed: false,
      panels: [],
    });
    y += 1;
    for (const line of lines(row.panels)) {
      let x = 0;
      for (const panel of line) {
        const size = { w: width(panel), h: SIZES[panel.kind].h };
        placed.push(grafanaPanel(panel, { id: placed.length + 1, gridPos: { x, y, ...size } }, context));
        x += size.w;
      }
      y += Math.max(...line.map((panel) => SIZES[panel.kind].h));
    }
  }
  return placed;
}

function lines(all: readonly Panel[]): Panel[][] {
  const result: Panel[][] = [];
  let free = 0;
  for (const panel of all) {
    if (width(panel) > free) {
      result.push([]);
      free = COLUMNS;
    }
    result.at(-1)?.push(panel);
    free -= width(panel);
  }
  return result;
}

const width = (panel: Panel) => panel.width ?? SIZES[panel.kind].w;
