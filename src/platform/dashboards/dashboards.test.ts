import { describe, expect, it } from 'vitest';
import lab from '../metrics/lab.generated.json' with { type: 'json' };
import { UPSTREAM_METRICS } from '../metrics/upstream.ts';
import { parsePromql } from '../promql.testing.ts';
import type { Dashboard, Panel, Query } from './dashboard.ts';
import { DASHBOARDS } from './registry.generated.ts';

const KNOWN = new Set([...Object.values(lab.jobs).flat(), ...UPSTREAM_METRICS.map(({ name }) => name)]);

const panelsOf = (dashboard: Dashboard) => dashboard.rows.flatMap((row) => row.panels);
const ALL: { dashboard: Dashboard; panel: Panel; query: Query }[] = DASHBOARDS.flatMap((dashboard) =>
  panelsOf(dashboard).flatMap((panel) => panel.queries.map((query) => ({ dashboard, panel, query }))),
);

/** What is wrong, by the panel and query where it is: shown whole when a test fails. */
const wrong = (isWrong: (expr: string, panel: Panel, dashboard: Dashboard) => unknown) =>
  ALL.filter(({ query, panel, dashboard }) => isWrong(query.expr, panel, dashboard)).map(
    ({ dashboard, panel, query }) => `${dashboard.uid}, ${panel.title.en}: ${query.expr}`,
  );

describe('dashboards', () => {
  it('are the eight that were asked for, each with a uid that Grafana takes', () => {
    const uids = DASHBOARDS.map(({ uid }) => uid);
    expect(uids).toEqual(
      ['agent', 'alertmanager', 'capacity-forecast', 'fleet-overview']
        .concat(['query-path', 'receive', 'remote-write', 'store-compactor'])
        .map((name) => `fleetmedic-${name}`),
    );
    for (const uid of uids) expect(uid).toMatch(/^[a-z0-9-]{1,40}$/);
  });

  it('a query that does not parse would be noticed, where it breaks', () => {
    expect(parsePromql('sum(rate(up{cluster=~"$cluster"}[$__rate_interval]))')).toMatchObject({
      errors: [],
      metrics: ['up'],
      selectors: [{ matchers: ['cluster=~"$cluster"'], functions: ['rate'] }],
    });
    expect(parsePromql('{__name__=~"up|scrape_duration_seconds"}').metrics).toHaveLength(2);
    expect(parsePromql('rate(up[$__range)').errors[0]?.from).toBe(16);
    for (const bad of ['sum(up) by', 'up +', 'rate(up[$unknown])'])
      expect(parsePromql(bad).errors).not.toEqual([]);
  });

  it('every query parses', () => {
    expect(wrong((expr) => parsePromql(expr).errors.length > 0)).toEqual([]);
  });

  it('every metric is one that the lab exports, or that the pinned source registers', () => {
    const exprs = [
      ...ALL.map(({ query }) => query.expr),
      ...DASHBOARDS.flatMap(({ pods }) => (pods === undefined ? [] : [pods])),
    ];
    const used = new Set(exprs.flatMap((expr) => parsePromql(expr).metrics));
    expect([...used].filter((name) => !KNOWN.has(name))).toEqual([]);
  });

  it('every selector names a metric and is held to the chosen clusters', () => {
    const free = wrong((expr) =>
      parsePromql(expr).selectors.some(
        ({ metrics, matchers }) => metrics.length === 0 || !matchers.includes('cluster=~"$cluster"'),
      ),
    );
    expect(free).toEqual([]);
  });

  it('the variables namespace and pod are used only where the dashboard has them', () => {
    const uses = wrong((expr, _, { pods }) => pods === undefined && /\$(namespace|pod)\b/.test(expr));
    expect(uses).toEqual([]);
  });

  it('a counter is only seen through rate, increase or irate', () => {
    const COUNTER = /_(total|bucket|sum|count)$/;
    const OVER_TIME = new Set(['rate', 'increase', 'irate']);
    const raw = wrong((expr) =>
      parsePromql(expr).selectors.some(
        ({ metrics, functions }) =>
          metrics.some((name) => COUNTER.test(name)) && !functions.some((name) => OVER_TIME.has(name)),
      ),
    );
    expect(raw).toEqual([]);
  });

  it('what a pod uses is shown against its limit', () => {
    const USE = /container_(memory_working_set_bytes|cpu_usage_seconds_total)/;
    const absolute = wrong(
      (expr, panel) =>
        USE.test(expr) &&
        !(/\/\s*max by [^{]*kube_pod_container_resource_limits/.test(expr) && panel.unit === 'percentunit'),
    );
    expect(absolute).toEqual([]);
    const withPods = DASHBOARDS.filter(({ pods }) => pods !== undefined).map(({ uid }) => uid);
    const shown = new Set(
      ALL.filter(({ query }) => USE.test(query.expr)).map(({ dashboard }) => dashboard.uid),
    );
    // The pods of both ends of remote write are on the dashboards of the Agent and of Receive.
    expect(withPods.filter((uid) => !shown.has(uid))).toEqual(['fleetmedic-remote-write']);
  });

  it('every panel has a unit and words in both languages, without a particle after a placeholder', () => {
    for (const { dashboard, panel, query } of ALL) {
      const texts = [dashboard.title, dashboard.description, panel.title, panel.description, query.legend];
      for (const text of texts) {
        if (text === undefined || typeof text === 'string') continue;
        expect(text.en.trim()).not.toBe('');
        expect(text.ko.trim()).not.toBe('');
        expect(text.ko).not.toMatch(/\}\}(은|는|이|가|을|를|와|과|로|으로)(?=\s|$)/);
      }
      expect(panel.unit).not.toBe('');
    }
  });

  it('titles of panels are unique within a row', () => {
    for (const { rows } of DASHBOARDS)
      for (const { panels } of rows)
        expect(new Set(panels.map(({ title }) => title.en)).size).toBe(panels.length);
  });

  it('only a panel without a time axis asks for the whole range at once', () => {
    expect(wrong((expr, { kind }) => kind === 'timeseries' && expr.includes('$__range'))).toEqual([]);
  });
});
