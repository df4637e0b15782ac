import { describe, expect, it } from 'vitest';
import { parsePromql } from '../promql.testing.ts';
import { dashboard as fleetOverview } from './fleet-overview.ts';
import { dashboard as receive } from './receive.ts';
import { DASHBOARDS } from './registry.generated.ts';
import type { GrafanaPanel, GrafanaTarget, GridPos } from './shared/grafana-panel.ts';
import { type GrafanaOptions, toGrafana } from './to-grafana.ts';

const ENGLISH: GrafanaOptions = { language: 'en', datasourceUid: 'thanos-query', refresh: '1m' };

const targetsOf = (panel: GrafanaPanel) => (panel.targets ?? []) as GrafanaTarget[];

function overlap(a: GridPos, b: GridPos): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe('toGrafana', () => {
  it('gives variables that refresh on load, take several values and have All', () => {
    const { list } = toGrafana(receive, ENGLISH).templating;
    expect(list.map(({ name, query, allValue }) => [name, query.query, allValue])).toEqual([
      ['cluster', 'label_values(up, cluster)', '.+'],
      ['namespace', 'label_values(thanos_status{cluster=~"$cluster", component="receive"}, namespace)', null],
      [
        'pod',
        'label_values(thanos_status{cluster=~"$cluster", component="receive", namespace=~"$namespace"}, pod)',
        null,
      ],
    ]);
    for (const variable of list)
      expect(variable).toMatchObject({
        type: 'query',
        refresh: 1,
        multi: true,
        includeAll: true,
        current: { text: ['All'], value: ['$__all'] },
        datasource: { type: 'prometheus', uid: 'thanos-query' },
      });
  });

  it.each(DASHBOARDS)(
    '$uid: no panel overlaps another or leaves the grid, and each has its own id',
    (dashboard) => {
      const { panels } = toGrafana(dashboard, ENGLISH);
      expect(panels.map(({ id }) => id)).toEqual(panels.map((_, index) => index + 1));
      for (const [index, { gridPos }] of panels.entries()) {
        expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
        expect(panels.slice(index + 1).filter((other) => overlap(gridPos, other.gridPos))).toEqual([]);
      }
    },
  );

  it.each(DASHBOARDS)(
    '$uid: every panel and every query asks the given data source, with a unit',
    (dashboard) => {
      const datasource = { type: 'prometheus', uid: 'thanos-query' };
      for (const panel of toGrafana(dashboard, ENGLISH).panels) {
        if (panel.type === 'row') continue;
        expect(panel.datasource).toEqual(datasource);
        expect(panel.fieldConfig).toMatchObject({ defaults: { unit: expect.stringMatching(/./) } });
        expect(targetsOf(panel).length).toBeGreaterThan(0);
        for (const target of targetsOf(panel)) {
          expect(target.datasource).toEqual(datasource);
          expect([target.range, target.instant]).toEqual([
            panel.type === 'timeseries',
            panel.type !== 'timeseries',
          ]);
        }
      }
    },
  );

  it('lays out the first row of the fleet overview as six numbers and a table', () => {
    const [row, ...rest] = toGrafana(fleetOverview, ENGLISH).panels;
    expect(row).toMatchObject({ type: 'row', title: 'Clusters', gridPos: { x: 0, y: 0, w: 24, h: 1 } });
    expect(rest.slice(0, 7).map(({ type, gridPos }) => [type, gridPos.x, gridPos.y, gridPos.w])).toEqual([
      ...[0, 4, 8, 12, 16, 20].map((x) => ['stat', x, 1, 4]),
      ['table', 0, 5, 24],
    ]);
    const columns = rest[6]?.fieldConfig as { overrides: { matcher: object; properties: object[] }[] };
    expect(columns.overrides[0]).toMatchObject({
      matcher: { id: 'byName', options: 'Value #A' },
      properties: expect.arrayContaining([
        { id: 'displayName', value: 'Last sample, age' },
        { id: 'unit', value: 's' },
      ]),
    });
  });

  it('renames the identity label, and nothing that only looks like it', () => {
    for (const dashboard of DASHBOARDS) {
      const made = toGrafana(dashboard, { ...ENGLISH, identityLabel: 'site' });
      expect(made.templating.list[0]).toMatchObject({
        name: 'cluster',
        query: { query: 'label_values(up, site)' },
      });
      for (const target of made.panels.flatMap(targetsOf)) {
        const { errors, metrics, selectors } = parsePromql(target.expr);
        expect(errors).toEqual([]);
        expect(metrics.filter((name) => name.includes('site'))).toEqual([]);
        for (const { matchers } of selectors) expect(matchers).toContain('site=~"$cluster"');
        expect(`${target.expr} ${target.legendFormat}`).not.toMatch(/(?<![\w$])cluster(?!\w)/);
      }
    }
  });

  it('speaks Korean', () => {
    const made = toGrafana(fleetOverview, { ...ENGLISH, language: 'ko' });
    expect([made.title, made.panels[0]?.title, made.templating.list[0]?.label]).toEqual([
      '플릿 개요',
      '클러스터',
      '클러스터',
    ]);
  });

  it('gives the same bytes for the same dashboard', () => {
    const once = () => JSON.stringify(DASHBOARDS.map((dashboard) => toGrafana(dashboard, ENGLISH)));
    expect(once()).toBe(once());
  });

  it('makes what fits into a ConfigMap', () => {
    for (const dashboard of DASHBOARDS)
      expect(JSON.stringify(toGrafana(dashboard, { ...ENGLISH, language: 'ko' })).length).toBeLessThan(
        200_000,
      );
  });
});
