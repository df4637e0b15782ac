import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSettings } from './compare.ts';
import { isExpressible } from './expressible.ts';
import { type Observation, type Observed, type SettingPath, valueAt } from './observed.ts';
import { pathText } from './problem.ts';
import { readFleetFile } from './read.ts';
import { resolveFleet } from './resolve.ts';
import { writeFleetFile } from './write.ts';

const WORDS = {
  head: ['Made by a test.'],
  sentence: ({ path, detail }: { path: SettingPath; detail: string | null }) =>
    `${pathText(path)}: ${detail}`,
};

const source = (cluster: string) => ({ cluster, object: cluster, field: 'test', isDefault: false });

const seen = (path: SettingPath, value: unknown, cluster = 'a'): Observation => ({
  ...{ path, value, source: source(cluster) },
});

const observed = (
  contexts: readonly string[],
  observations: readonly Observation[],
  unknown: Observed['unknown'] = [],
): Observed => ({
  clusters: contexts.map((context, index) => ({
    ...{ name: `c-${index}`, context, blind: false },
    role: index === 0 ? 'hub' : 'edge',
  })),
  observations: [seen(['deployedBy'], 'other'), ...observations],
  unknown,
});

function read(text: string) {
  const { file, problems } = readFleetFile(text);
  if (!file) throw new Error(`${JSON.stringify(problems)}\n${text}`);
  return { file, settings: resolveFleet(file) };
}

const duration = fc.oneof(
  fc
    .tuple(fc.nat(400), fc.constantFrom('ms', 's', 'm', 'h', 'd', 'w', 'y'))
    .map(([n, unit]) => `${n}${unit}`),
  fc.constantFrom('1h30m', '2m5s'),
);
const quantity = fc
  .tuple(fc.nat(4000), fc.constantFrom('', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'Ti'))
  .map(([n, unit]) => `${n}${unit}`);
const nothingOr = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labelName = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,20}$/);
/** Also what a terminal or YAML would take for something else. */
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
  fc.constantFrom('yes', 'null', '~', '0x1', '1e3', '# no', 'a: b', '- a', "'", '"', '\n', '\u2028'),
  fc.constantFrom('\u200b', 'a\u009b2J\\', '\u{e0041}', '\u202e"x', '\ufffd', '\ufeff'),
);
const secret = fc.record({ name: label, key: fc.constantFrom('a', 'b.yml', 'c_d') });
const auth = fc.oneof(
  fc.constant({ type: 'none' }),
  fc.record({ type: fc.constant('basic'), username: secret, password: secret }),
  fc.record({ type: fc.constant('bearer'), token: secret }),
);

/** Settings that may differ from cluster to cluster. */
const OF_CLUSTER: Record<string, fc.Arbitrary<unknown>> = {
  'agent.replicas': fc.nat(100),
  'agent.scrapeInterval': duration,
  'agent.storage': nothingOr(quantity),
  'agent.walCompression': fc.boolean(),
  'agent.resources.cpu': quantity,
  'agent.resources.cpuLimit': nothingOr(quantity),
  'agent.limits.samples': nothingOr(fc.nat(10_000)),
  'agent.wal.maxTime': duration,
  'remoteWrite.url': fc.webUrl({ validSchemes: ['http', 'https'] }),
  'remoteWrite.tenant': nothingOr(text),
  'remoteWrite.auth': auth,
  'remoteWrite.tls.ca': nothingOr(secret),
  'remoteWrite.queue.minBackoff': duration,
  'remoteWrite.drop': fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }),
  namespace: label,
  storageClass: nothingOr(label),
  labels: fc.dictionary(labelName, text, { maxKeys: 3, noNullPrototype: true }),
};

/** Settings of the fleet. */
const OF_FLEET: Record<string, fc.Arbitrary<unknown>> = {
  'versions.thanos': fc.constantFrom('0.32.0', '0.42.4', '1.0.0-rc.1'),
  pullSecrets: fc.array(label, { maxLength: 3 }),
  'receive.replicationFactor': fc.integer({ min: 1, max: 100 }),
  'receive.hashring.name': label,
  'receive.retention': duration,
  'receive.router.enabled': fc.boolean(),
  'store.indexCacheSize': fc
    .tuple(fc.nat(9999), fc.constantFrom('B', 'KB', 'MB', 'GB'))
    .map((parts) => parts.join('')),
  'query.replicaLabels': fc.array(labelName, { maxLength: 3 }),
  'objectStorage.secret': secret,
  'alertmanager.slack': nothingOr(
    fc.record({
      url: secret,
      routes: fc.array(
        fc.record({
          severity: fc.constantFrom(['critical'], ['warning', 'info']),
          channel: fc.constantFrom('#a', '@b', 'c'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      watchdog: nothingOr(fc.constant('#w')),
    }),
  ),
  quota: nothingOr(fc.record({ cpu: quantity, memory: quantity })),
};

const settings = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const observations = (table: Record<string, fc.Arbitrary<unknown>>, prefix: SettingPath) =>
    fc.record(table, { requiredKeys: [] }).map((values) =>
      Object.entries(values).map(([path, value]) =>
        // A cluster without an identity is a fault, which the file has no words for.
        seen(
          [...prefix, ...path.split('.')],
          path === 'labels' ? { ...(value as object), cluster: `id-${prefix[1]}` } : value,
        ),
      ),
    );
  return fc
    .tuple(
      observations(OF_FLEET, []),
      ...Array.from({ length: count }, (_, index) => observations(OF_CLUSTER, ['clusters', index])),
    )
    .map((parts) => ({ count, observations: parts.flat() }));
});

describe('what is written', () => {
  it('is read as the same settings, whatever differs from cluster to cluster', () => {
    fc.assert(
      fc.property(settings, ({ count, observations }) => {
        const said = observations.filter(({ path, value }) => isExpressible(path, value));
        const all = observed(['a', 'b', 'c', 'd'].slice(0, count), said);
        const written = writeFleetFile(all, WORDS);
        const { file, settings: resolved } = read(written.text);
        const marked = written.unknown.map(({ path }) => pathText(path));
        const { differences } = compareSettings(resolved, all, file);
        expect(
          differences.map(({ path }) => pathText(path)).filter((path) => !marked.includes(path)),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('begins with the schema for editors, and is in the order of the documents', () => {
    const { text: written } = writeFleetFile(
      observed(['a'], [seen(['store', 'replicas'], 1), seen(['receive', 'replicas'], 3)]),
      WORDS,
    );
    expect(written.split('\n')).toEqual([
      '# yaml-language-server: $schema=https://fleetmedic.dev/schemas/fleet.v1.schema.json',
      '# Made by a test.',
      '',
      'schema: fleetmedic/fleet/v1',
      'name: fleet',
      'profile: small',
      'deployedBy: other',
      'clusters:',
      '  - name: c-0',
      '    role: hub',
      '    context: a',
      'receive:',
      '  replicas: 3',
      'store:',
      '  replicas: 1',
      '',
    ]);
  });

  it('says once what most clusters have in common', () => {
    const interval = (index: number, value: string) =>
      seen(['clusters', index, 'agent', 'scrapeInterval'], value);
    const { text: written } = writeFleetFile(
      observed(['a', 'b', 'c'], [interval(0, '15s'), interval(1, '30s'), interval(2, '30s')]),
      WORDS,
    );
    const { file } = read(written);
    expect(file.agent).toEqual({ scrapeInterval: '30s' });
    expect(file.clusters.map(({ agent }) => agent?.scrapeInterval)).toEqual(['15s', undefined, undefined]);
  });

  it('has each mark at its section, and a mark stays a comment', () => {
    const mark = (path: SettingPath, detail: string) => ({ path, why: 'secret', detail, cluster: 'a' });
    const { text: written } = writeFleetFile(
      observed(
        ['a'],
        [seen(['objectStorage', 'secret'], { name: 's', key: 'k' })],
        [
          mark(['objectStorage', 'bucket'], 'x\nname: other\u2028y'),
          mark(['clusters', 0, 'storageClass'], 'z'),
          mark(['quota'], 'w\u200b\u001b]0;evil\u0007\ufffd\ud800v'),
        ],
      ),
      WORDS,
    );
    expect(written).toContain('objectStorage:\n  # objectStorage.bucket: x name: other y\n  secret:');
    expect(written).toContain('clusters:\n  # clusters[0].storageClass: z\n  - name: c-0');
    expect(written.trimEnd().endsWith('# quota: w v')).toBe(true);
    expect(read(written).settings.name).toBe('fleet');
  });

  it('has nothing in it that a terminal obeys or does not show', () => {
    const labels = { cluster: 'a', x: '\u001b]0;evil\u0007\u009b2J\u200b\u202e\u{e0041}한글' };
    const { text: written } = writeFleetFile(
      observed(['a'], [seen(['clusters', 0, 'labels'], labels)]),
      WORDS,
    );
    expect(written).toMatch(/^[\n -~가-힣]*$/);
    expect(read(written).settings.clusters[0]?.labels).toEqual(labels);
  });

  it('leaves out what contradicts itself, and says so', () => {
    const identity = (index: number) => seen(['clusters', index, 'labels'], { cluster: 'same' });
    const { text: written, unknown } = writeFleetFile(
      observed(['a', 'b'], [identity(0), identity(1)]),
      WORDS,
    );
    expect(unknown.map(({ path, why }) => `${pathText(path)} ${why}`)).toEqual([
      'clusters[1].labels.cluster contradicts',
    ]);
    expect(read(written).settings.clusters.map(({ labels }) => labels.cluster)).toEqual(['same', 'c-1']);
  });

  it('is not ours to deploy where too little could be told', () => {
    const all = observed(['a', 'b'], []);
    const medic = { ...all, observations: [seen(['deployedBy'], 'medic')] };
    const { text: written, unknown } = writeFleetFile(medic, WORDS);
    expect(unknown.map(({ path }) => pathText(path))).toEqual(['deployedBy']);
    expect(read(written).settings.deployedBy).toBe('other');
  });
});

describe('isExpressible', () => {
  it.each([
    [['receive', 'replicas'], 3, true],
    [['receive', 'replicas'], -1, false],
    [['receive', 'nosuch'], 1, false],
    [['clusters', 3, 'agent', 'storage'], null, true],
    [['clusters', 3, 'agent', 'storage'], '1 Gi', false],
    [['objectStorage', 'secret'], { name: 'a', key: 'b' }, true],
    [['objectStorage', 'secret'], { name: 'A B', key: 'b' }, false],
    [['name'], 'Not A Name', false],
  ] as const)('%j = %j: %s', (path, value, is) => {
    expect(isExpressible(path, value)).toBe(is);
    expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  });
});
