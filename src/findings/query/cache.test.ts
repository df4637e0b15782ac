import { describe, expect, it } from 'vitest';
import { type Change, changes, itemsOf } from '../../catalogue/changed.testing.ts';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';
import type { Json } from '../../evidence/transport.ts';

const EXPORTER = {
  name: 'exporter',
  image: 'quay.io/prometheus/memcached-exporter:v0.15.3',
  args: ['--memcached.address=localhost:11211'],
};

/** An exporter in each pod of the cache, which the recording does not have. */
const beside: Change = itemsOf(/^\/(api\/v1\/pods|apis\/apps\/v1\/deployments)\?/, (item) => {
  const { name } = item.metadata as { name?: string };
  if (!name?.startsWith('some-cache')) return [item];
  const holder = (item.spec.template ?? item) as { spec: { containers: Json[] } };
  holder.spec.containers.push(EXPORTER);
  const status = item.status as { containerStatuses?: Json[] };
  status.containerStatuses?.push({
    ...{ name: 'exporter', ready: true, restartCount: 0 },
    state: { running: { startedAt: '2026-01-01T00:00:00Z' } },
  });
  return [item];
});

/** A memcached with what its exporter tells, and lines on the page of the Store that has it; hand-made. */
async function told(given: { exporter?: Record<string, number>; store?: Record<string, number> }) {
  const lines = (values: Record<string, number>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}\n`)
      .join('');
  const store: Change = ({ path }, body) =>
    given.store && /thanos-store-0:\d+\/proxy\/metrics/.test(path) && typeof body === 'string'
      ? `${body}\n${lines(given.store)}`
      : body;
  const cache = withPart({
    ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'some-cache' },
    image: 'docker.io/library/memcached:1.6',
    ...(given.exporter && { answers: { '/metrics': lines(given.exporter) } }),
  });
  const { diagnosis } = await replayChanged('healthy', changes(cache, beside, store));
  const stateOf = (type: string, role: string) =>
    diagnosis.findings.find(
      (finding) =>
        finding.type === type && finding.subject.type === 'component' && finding.subject.role === role,
    )?.state;
  return { diagnosis, stateOf };
}

const UP = { memcached_up: 1, memcached_items_total: 5000 };

describe('query/cache', () => {
  it('sees a memcached that its own exporter does not reach', async () => {
    const { stateOf } = await told({ exporter: { memcached_up: 0 } });
    expect(stateOf('cache-unreached', 'cache')).toBe('present');
  });

  it('sees items that memcached refuses as too large', async () => {
    const { stateOf, diagnosis } = await told({ exporter: { ...UP, memcached_item_too_large_total: 900 } });
    expect(stateOf('cache-item-refused', 'cache')).toBe('present');
    expect(diagnosis.causes[0]).toMatchObject({
      ...{ mode: 'query/cache-item-too-large', confirmed: true },
      component: { role: 'cache' },
    });
  });

  it('sees that a client was never answered, or has no server to ask', async () => {
    const counts = { 'thanos_memcached_operations_total{operation="getmulti"}': 400 };
    const failing = {
      ...counts,
      'thanos_memcached_operation_failures_total{operation="getmulti",reason="network-error"}': 400,
    };
    const unresolved = { ...counts, 'thanos_memcached_dns_provider_results{addr="a"}': 0 };
    for (const store of [failing, unresolved]) {
      const { stateOf } = await told({ exporter: UP, store });
      expect(stateOf('cache-unreached', 'store')).toBe('present');
    }
  });

  it('is content with a cache that works, and with failures between answers', async () => {
    const { stateOf, diagnosis } = await told({
      exporter: { ...UP, memcached_item_too_large_total: 3 },
      store: {
        'thanos_memcached_operations_total{operation="getmulti"}': 4000,
        'thanos_memcached_operation_failures_total{operation="getmulti",reason="timeout"}': 40,
        'thanos_memcached_operation_duration_seconds_count{operation="getmulti"}': 3960,
        'thanos_memcached_dns_provider_results{addr="a"}': 1,
      },
    });
    expect(stateOf('cache-unreached', 'cache')).toBe('absent');
    expect(stateOf('cache-unreached', 'store')).toBe('absent');
    expect(stateOf('cache-item-refused', 'cache')).toBe('absent');
    expect(diagnosis.causes).toEqual([]);
  });

  it('claims nothing where the exporter does not answer, and says so', async () => {
    const { stateOf, diagnosis } = await told({});
    expect(stateOf('cache-unreached', 'cache')).toBe('unknown');
    expect(diagnosis.causes.filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(diagnosis.blindSpots.map(({ what }) => what)).toContain('cacheMetrics');
  });
});

const INDEX = {
  'thanos_memcached_operations_total{operation="getmulti"}': 9000,
  'thanos_memcached_operation_duration_seconds_count{operation="getmulti"}': 9000,
  'thanos_store_index_cache_requests_total{item_type="Series",name="m"}': 900_000,
};
const FULL = {
  ...{ memcached_up: 1, memcached_current_bytes: 63e6, memcached_limit_bytes: 64e6 },
  ...{ memcached_items_total: 9000, memcached_items_evicted_total: 8000 },
};

describe('store/cache with memcached', () => {
  it('sees a cache that throws out what the Store asks for again', async () => {
    const { diagnosis } = await told({ exporter: FULL, store: INDEX });
    expect(diagnosis.causes[0]).toMatchObject({
      ...{ mode: 'store/cache-undersized', variant: 'memcached', confirmed: true },
      component: { role: 'store' },
    });
  });

  it.each([
    ['it is full and nothing was thrown out', { ...FULL, memcached_items_evicted_total: 0 }, INDEX],
    [
      'most of what is asked is there',
      FULL,
      { ...INDEX, 'thanos_store_index_cache_hits_total{item_type="Series",name="m"}': 900_000 },
    ],
  ])('is content where %s', async (_, exporter, store) => {
    const { diagnosis } = await told({ exporter, store });
    expect(diagnosis.causes).toEqual([]);
  });
});
