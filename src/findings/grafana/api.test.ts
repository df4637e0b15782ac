import { describe, expect, it } from 'vitest';
import { type Change, changes } from '../../catalogue/changed.testing.ts';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';
import type { EvidenceRequest, Json } from '../../evidence/transport.ts';

const grafana = withPart({
  ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'board' },
  image: 'docker.io/grafana/grafana:11.5.2',
});

const source = (more: Record<string, Json> = {}): Json => ({
  ...{ uid: 'prom', name: 'Prometheus', type: 'prometheus', isDefault: true },
  ...{ url: 'https://metrics.example.com', ...more },
});
const OK: Json = { status: 'OK', message: 'Successfully queried the Prometheus API.' };
const failing = (message: string): Json => ({ status: 'ERROR', message });

interface Given {
  datasources?: Json;
  health?: Json;
  dashboards?: readonly Json[];
  labels?: readonly string[];
}

/** A Grafana whose API tells this: hand-made after grafana pkg/api, nothing of it ever ran. */
async function told({ datasources, health = OK, dashboards = [], labels = [] }: Given, hidden?: RegExp) {
  const pages: Record<string, Json> = {
    ...(datasources !== undefined && { '/api/datasources': datasources }),
    '/api/datasources/uid/prom/health': health,
    '/api/search?type=dash-db&limit=30': dashboards.map((_, index) => ({ uid: `d${index}` })),
    ...Object.fromEntries(
      dashboards.map((dashboard, index) => [`/api/dashboards/uid/d${index}`, { dashboard }]),
    ),
  };
  const api: Change = ({ cluster, path }, body) => {
    if (cluster !== 'cluster-01') return body;
    if (path.endsWith('/proxy/api/v1/labels')) return { status: 'success', data: [...labels] };
    return path.startsWith('/fleetmedic/grafana') ? (pages[path.slice(19)] ?? body) : body;
  };
  const isHidden = ({ path }: EvidenceRequest) => hidden?.test(path) === true;
  const { diagnosis } = await replayChanged('healthy', changes(grafana, api), isHidden);
  const stateOf = (type: string) => diagnosis.findings.find((finding) => finding.type === type)?.state;
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
  return { diagnosis, stateOf, confirmed };
}

const REFUSED =
  'Post "https://metrics.example.com/api/v1/query": dial tcp: lookup metrics.example.com: no such host';

describe('grafana/api: datasources', () => {
  it('misses one for Prometheus', async () => {
    const { stateOf, confirmed } = await told({ datasources: [{ uid: 'l', name: 'Loki', type: 'loki' }] });
    expect(stateOf('datasource-absent')).toBe('present');
    expect(confirmed).toEqual(['grafana/datasource-missing']);
  });

  it('misses what all dashboards name, and nothing where one finds it', async () => {
    const panels = (uid: string): Json => ({
      title: 'A',
      panels: [{ panels: [{ datasource: { type: 'prometheus', uid } }] }],
    });
    const lost = await told({ datasources: [source()], dashboards: [panels('old'), panels('older')] });
    expect(lost.confirmed).toEqual(['grafana/datasource-missing']);
    for (const uid of ['prom', '$source', '-- Mixed --']) {
      const found = await told({ datasources: [source()], dashboards: [panels('old'), panels(uid)] });
      expect(found.stateOf('datasource-absent')).toBe('absent');
    }
  });

  it('cannot ask one whose URL leads elsewhere', async () => {
    const { confirmed } = await told({ datasources: [source()], health: failing(REFUSED) });
    expect(confirmed).toEqual(['grafana/datasource-wrong-url']);
  });

  it('sees a URL of the own cluster that names no Service', async () => {
    const { confirmed } = await told({ datasources: [source({ url: 'http://thanos-qurey:10902' })] });
    expect(confirmed).toEqual(['grafana/datasource-wrong-url']);
  });

  it.each<[string, Json, string]>([
    ['it works', OK, 'https://metrics.example.com'],
    ['it wants a password', failing('401 Unauthorized'), 'https://metrics.example.com'],
    ['the way to its Service is told of itself', failing(REFUSED), 'http://thanos-query:10902'],
  ])('is no wrong URL where %s', async (_, health, url) => {
    const { diagnosis, stateOf } = await told({ datasources: [source({ url })], health });
    expect(stateOf('datasource-url-wrong')).toBe('absent');
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('claims nothing without a token, and says what would lift that', async () => {
    const { diagnosis, stateOf } = await told({});
    expect(stateOf('datasource-absent')).toBeUndefined();
    const spot = diagnosis.blindSpots.find(({ what }) => what === 'grafanaDatasources');
    expect(spot).toMatchObject({ required: false });
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('claims nothing where the token may not', async () => {
    const { confirmed, stateOf } = await told(
      { datasources: [source()], health: failing(REFUSED) },
      /fleetmedic\/grafana/,
    );
    expect(stateOf('datasource-absent')).toBe('unknown');
    expect(confirmed).toEqual([]);
  });
});

describe('grafana/api: the list of clusters', () => {
  const variable = (query: Json, more: Record<string, Json> = {}): Json => ({
    title: 'Clusters',
    templating: { list: [{ type: 'query', name: 'cluster', query, ...more }] },
  });
  const ask = (dashboard: Json, labels: readonly string[], hidden?: RegExp) =>
    told({ datasources: [source()], dashboards: [dashboard], labels }, hidden);

  it.each<Json>([{ query: 'label_values(up{job="a,b"}, cluster_name)' }, 'label_values(cluster_name)'])(
    'is broken by a label that no series has: %j',
    async (query) => {
      const { confirmed } = await ask(variable(query), ['__name__', 'cluster', 'job']);
      expect(confirmed).toEqual(['grafana/cluster-variable-broken']);
    },
  );

  it.each<[string, Json, readonly string[]]>([
    ['the label is there', variable('label_values(up, cluster)'), ['cluster']],
    ['nobody sees the variable', variable('label_values(up, other)', { hide: 2 }), ['cluster']],
    ['the query is of another kind', variable('query_result(up)'), ['cluster']],
    ['no label tells clusters apart', variable('label_values(up, other)'), ['job']],
  ])('is fine where %s', async (_, dashboard, labels) => {
    const { diagnosis } = await ask(dashboard, labels);
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('cannot be told where Query does not say its labels', async () => {
    const { stateOf, confirmed } = await ask(variable('label_values(up, other)'), [], /\/api\/v1\/labels$/);
    expect(stateOf('cluster-variable-failing')).toBe('unknown');
    expect(confirmed).toEqual([]);
  });
});
