import { type ApiDatasource, asksPrometheus, type Dashboard } from '../../evidence/grafana.ts';
import type { Seen } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { ownService } from '../shared/own-service.ts';

/** A fleet of one cluster needs no list of clusters. */
const SEVERAL = 2;

/** What Grafana's own API tells: which datasources there are, whether they work, and whether dashboards find them. */
export const api: FindingRule = {
  name: 'grafana/api',
  look: (context) => context.index.byRole('grafana').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const datasources = context.clusterOf(component).grafanaDatasources.get(component.key);
  if (!datasources) return [];
  if (!datasources.seen) {
    // Without a token nobody looked: that is a blind spot, and no question that is open.
    return datasources.reason === 'credentials' || datasources.reason === 'not-recorded'
      ? []
      : [unknown('datasource-absent', component.ref, datasources.reason)];
  }
  const dashboards = dashboardsOf(context, component);
  return [
    missing(component, datasources, dashboards),
    ...broken(context, component, datasources),
    ...clusterVariable(context, component, dashboards),
  ];
}

function dashboardsOf(context: FindingContext, component: Component): Seen<Dashboard>[] {
  return [...context.clusterOf(component).grafanaDashboards].flatMap(([name, found]) =>
    found.seen && name.startsWith(`${component.key}/`) ? [found] : [],
  );
}

/** No datasource for Prometheus; or dashboards name one, and none of these is there. */
function missing(
  component: Component,
  { value, source }: Seen<ApiDatasource[]>,
  dashboards: readonly Seen<Dashboard>[],
): Finding {
  const type = 'datasource-absent';
  const own = value.filter(asksPrometheus);
  const said = (words: Note) =>
    present(type, component.ref, { evidence: [quote(source, words)], facts: { words, pod: '', count: 1 } });
  if (own.length === 0) return said(note('datasources-none', { count: value.length }));
  const known = new Set(value.flatMap(({ uid, name }) => [uid, name]));
  // One old dashboard that nobody opens is no fault of the whole: all must look for what is not there.
  const isLost = ({ value: { datasources } }: Seen<Dashboard>) =>
    datasources.length > 0 && datasources.every((uid) => !uid.includes('$') && !known.has(uid));
  const [first] = dashboards;
  if (first && dashboards.every(isLost))
    return said(
      note('dashboards-lost', { count: dashboards.length, datasource: first.value.datasources[0] ?? '–' }),
    );
  return absent(type, component.ref);
}

/**
 * A datasource that Grafana cannot ask, because its URL leads elsewhere. Where the URL names a Service of the own cluster,
 * the way is seen from end to end, and told of by `grafana/datasources` and the rules of the network.
 */
function broken(
  context: FindingContext,
  component: Component,
  datasources: Seen<ApiDatasource[]>,
): Finding[] {
  const type = 'datasource-url-wrong';
  const cluster = context.clusterOf(component);
  const tried = datasources.value.flatMap((one) => {
    const health = cluster.grafanaHealth.get(`${component.key}/${one.uid}`);
    return health ? [{ one, health }] : [];
  });
  for (const { one, health } of tried) {
    if (!health.seen || health.value.isWorking) continue;
    const { words } = health.value;
    const leadsElsewhere = context.scan(`logger=tsdb.prometheus ${words}`).some((hit) => hit.type === type);
    if (!leadsElsewhere || ownService(cluster, component, one.url)) continue;
    const said = `${one.name}: ${one.url}: ${words}`;
    return [
      present(type, component.ref, {
        evidence: [quote(health.source, said)],
        facts: { words: said, url: one.url, configMap: '' },
      }),
    ];
  }
  const blind = tried.find(({ health }) => !health.seen);
  if (blind && !blind.health.seen) return [unknown(type, component.ref, blind.health.reason)];
  return tried.length === 0 ? [] : [absent(type, component.ref)];
}

/** A list of clusters by a label that no series has, while another label tells the clusters apart. */
function clusterVariable(
  context: FindingContext,
  component: Component,
  dashboards: readonly Seen<Dashboard>[],
): Finding[] {
  const type = 'cluster-variable-failing';
  const { clusters, identityLabel } = context.fleet;
  const lists = dashboards.flatMap(({ value, source }) =>
    value.variables
      .filter(({ name, label }) => /cluster/i.test(name) || label === identityLabel)
      .map((variable) => ({ ...variable, title: value.title, source })),
  );
  if (lists.length === 0 || clusters.length < SEVERAL) return [];
  const looks = [...context.clusterOf(component).labelNames.values()];
  const names = new Set(looks.flatMap((found) => (found.seen ? found.value : [])));
  const blind = looks.find(({ seen }) => !seen);
  if (names.size === 0) return blind && !blind.seen ? [unknown(type, component.ref, blind.reason)] : [];
  if (!names.has(identityLabel)) return [];
  const wrong = lists.find(({ label }) => !names.has(label));
  if (!wrong) return [absent(type, component.ref)];
  const words = note('variable-label', {
    ...{ dashboard: wrong.title, variable: `$${wrong.name}`, label: wrong.label, identity: identityLabel },
  });
  return [
    present(type, component.ref, {
      evidence: [quote(wrong.source, words)],
      facts: { words, label: wrong.label },
    }),
  ];
}
