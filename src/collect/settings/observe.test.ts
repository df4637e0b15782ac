import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { recordings } from '../../drill/recordings.ts';
import { openBundle } from '../../evidence/bundle.ts';
import type { Transport } from '../../evidence/transport.ts';
import { compareSettings } from '../../fleet/file/compare.ts';
import { type Observed, valueAt } from '../../fleet/file/observed.ts';
import { pathText } from '../../fleet/file/problem.ts';
import { readFleetFile } from '../../fleet/file/read.ts';
import { resolveFleet } from '../../fleet/file/resolve.ts';
import { isSame } from '../../fleet/file/same.ts';
import { writeFleetFile } from '../../fleet/file/write.ts';
import { observeFleet } from '../../usecases/discover.ts';

/**
 * A lab with the plain manifests, seed 31337, recorded with all that `discover` asks for and trimmed: no logs and
 * events, of metrics only what settings are told by.
 */
const PLAIN = join(import.meta.dirname, 'fixtures', 'plain.bundle.gz');

const WORDS = { head: [], sentence: ({ why }: { why: string }) => why };

const settingsOf = (observed: Observed) =>
  Object.fromEntries(observed.observations.map(({ path, value }) => [pathText(path), value]));

function differences(text: string, observed: Observed): string[] | null {
  const { file } = readFleetFile(text);
  return (
    file && compareSettings(resolveFleet(file), observed, file).differences.map(({ path }) => pathText(path))
  );
}

describe('a lab of plain manifests', async () => {
  const observed = await observeFleet(await openBundle(PLAIN));
  const { text, unknown } = writeFleetFile(observed, WORDS);

  it('is told by what runs, whatever it is called', () => {
    expect(observed.clusters).toEqual([
      { name: 'vupeldal-kamusel', context: 'vupeldal-kamusel', role: 'hub', blind: false },
      { name: 'bavok-hasel', context: 'bavok-hasel', role: 'edge', blind: false },
    ]);
    expect(settingsOf(observed)).toMatchObject({
      deployedBy: 'other',
      registry: 'tatadal.example:5000/pelnorpel',
      'clusters[0].labels': { cluster: 'fokazu', region: 'mernemu', environment: 'jinpel' },
      'clusters[1].namespace': 'muselram',
      'clusters[1].agent.wal.maxTime': '4h',
      'clusters[1].remoteWrite.tenant': 'havuxi',
      'receive.replicas': 3,
      'receive.hashring.name': 'selnezu',
      'receive.router.enabled': false,
      'objectStorage.bucket': 'ramta',
      'objectStorage.secret': { name: 'jinlo', key: 'pelhaxi.yaml' },
      'store.chunkPoolSize': '2GB',
      'grafana.enabled': false,
    });
  });

  it('says what it could not tell, and nothing else', () => {
    expect(unknown.map(({ path, why }) => `${pathText(path)} ${why}`)).toEqual([
      'clusters[0].namespace not-expressible',
      'objectStorage.endpoint secret',
    ]);
  });

  it('gives a file that is what runs', () => {
    expect(differences(text, observed)).toEqual([]);
  });

  it('a value that is changed in the file is the one difference', () => {
    const tree: unknown = parseDocument(text).toJS();
    let changed = 0;
    for (const path of leaves(tree)) {
      const other = otherValue(text, path, valueAt(tree, path));
      if (other === null) continue;
      changed += 1;
      expect(differences(other, observed), pathText(path)).toEqual([pathText(path)]);
    }
    expect(changed).toBeGreaterThan(80);
  }, 60_000);
});

/** What names the file, or what other settings follow from. */
const KEYS = /^(schema|name|profile|identityLabel|clusters\[\d\]\.(name|context|role))$/;

function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && path.at(-1) !== 'clusters'))
    return KEYS.test(pathText(path)) ? [] : [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The text with another value at a path, of those that the file takes there; `null` if there is none here. */
function otherValue(text: string, path: (string | number)[], value: unknown): string | null {
  const candidates = [
    ...(typeof value === 'boolean' ? [!value] : []),
    ...(typeof value === 'number' ? [value + 1] : []),
    ...(Array.isArray(value) ? [[...value, 'extra']] : value === null ? [7, '7Gi', 'other'] : []),
    ...['7m', '7Gi', '7MB', 'http://other.example/write', '9.9.9', 'other', 'required', 'server', 'hashmod'],
    ...['ketama', 'medic', 'traefik', { name: 'other', key: 'other' }],
  ];
  for (const candidate of candidates) {
    if (isSame(candidate, value)) continue;
    const document = parseDocument(text);
    document.setIn(path, candidate);
    const other = document.toString();
    if (readFleetFile(other).file) return other;
  }
  return null;
}

describe('recordings of incidents', () => {
  it.each(recordings())('$name: a file that is what runs, or says what is not', async ({ bundle }) => {
    const observed = await observeFleet(await openBundle(bundle));
    const { text, unknown } = writeFleetFile(observed, WORDS);
    const marked = unknown.map(({ path }) => pathText(path));
    expect(differences(text, observed)?.filter((path) => !marked.includes(path))).toEqual([]);
  });
});

/** A transport to which one cluster does not answer. */
function without(transport: Transport, cluster: string): Transport {
  return {
    ...transport,
    send: async (request) =>
      request.cluster === cluster
        ? { ok: false, reason: 'timeout', detail: '', at: transport.now().toISOString(), durationMs: 1 }
        : transport.send(request),
  };
}

describe('a cluster that does not answer', () => {
  it('an edge: the rest is told, and it is one mark', async () => {
    const observed = await observeFleet(without(await openBundle(PLAIN), 'bavok-hasel'));
    const { text, unknown } = writeFleetFile(observed, WORDS);
    expect(unknown.filter(({ why }) => why === 'timeout').map(({ path }) => pathText(path))).toEqual([
      'clusters[1]',
    ]);
    expect(observed.clusters.map(({ blind }) => blind)).toEqual([false, true]);
    expect(differences(text, observed)).toEqual([]);
  });

  it('the hub: nothing of it is taken for absent', async () => {
    const observed = await observeFleet(without(await openBundle(PLAIN), 'vupeldal-kamusel'));
    const settings = settingsOf(observed);
    expect(observed.clusters.map(({ context, role }) => `${context} ${role}`)).toEqual([
      'vupeldal-kamusel null',
      'bavok-hasel edge',
    ]);
    expect(
      Object.keys(settings).filter((path) => path.endsWith('enabled') || path.endsWith('replicas')),
    ).toEqual(['clusters[1].agent.replicas']);
    expect(differences(writeFleetFile(observed, WORDS).text, observed)).toEqual([]);
  });

  it('no role is guessed of what could not be looked at, and the file says so', async () => {
    const bundle = await openBundle(PLAIN);
    const dead = without(without(bundle, 'vupeldal-kamusel'), 'bavok-hasel');
    const observed = await observeFleet(dead);
    expect(observed.clusters.map(({ role }) => role)).toEqual([null, null]);
    const { text } = writeFleetFile(observed, WORDS);
    expect(text).not.toContain('role:');
    const { file, problems } = readFleetFile(text);
    expect(problems).toEqual([]);
    // What nobody could look at is not to be deployed over.
    expect(file?.deployedBy).toBe('other');
  });

  it('in the order of a file that names clusters which were not looked at', async () => {
    const observed = await observeFleet(await openBundle(PLAIN), ['elsewhere', 'bavok-hasel']);
    expect(observed.clusters.map(({ context, blind }) => `${context} ${blind}`)).toEqual([
      'elsewhere true',
      'bavok-hasel false',
    ]);
    expect(settingsOf(observed)['clusters[1].namespace']).toBe('muselram');
  });
});
