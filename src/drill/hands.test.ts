import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Kubectl } from '../lab/kubectl.ts';
import type { KubernetesObject } from '../lab/pipeline/objects.ts';
import { type Hands, handsOf } from './hands.ts';

/** An API server of a few objects, spoken to as kubectl speaks. */
function fakeKubectl() {
  const objects = new Map<string, KubernetesObject>();
  const deleted: string[] = [];
  let version = 0;
  const id = (kind: string, name: string) => `${kind.toLowerCase()}/${name}`;
  const put = (object: KubernetesObject) =>
    objects.set(id(object.kind, object.metadata.name), {
      ...object,
      metadata: { ...object.metadata, ...{ resourceVersion: String(++version), uid: 'u' } },
      status: {},
    });
  const kubectl: Kubectl = async (_, [verb, ...rest], input) => {
    if (verb === 'get' && rest[0] === 'pods') return JSON.stringify({ items: pods });
    const isOne = rest[0]?.includes('/');
    const key = isOne ? (rest[0] ?? '') : id(rest[0] ?? '', rest[1] ?? '');
    if (verb === 'get') return objects.has(key) ? JSON.stringify(objects.get(key)) : '';
    if (verb === 'delete') {
      deleted.push(rest.filter((word) => !word.startsWith('-')).join(' '));
      objects.delete(key);
    }
    if (verb === 'replace' || verb === 'create') {
      const object = JSON.parse(input ?? '') as KubernetesObject;
      if (objects.has(id(object.kind, object.metadata.name)) !== (verb === 'replace')) throw new Error(verb);
      put(object);
    }
    return '';
  };
  const pods = [
    { metadata: { name: 'db-0' }, status: { conditions: [{ type: 'Ready', status: 'False' }] } },
    { metadata: { name: 'db-1' }, status: { conditions: [{ type: 'Ready', status: 'True' }] } },
  ];
  const spec = (name: string) => (objects.get(name) as { spec?: unknown; data?: unknown } | undefined) ?? {};
  return { kubectl, put, objects, deleted, spec };
}

let cluster: ReturnType<typeof fakeKubectl>;
let journal: string;
let hands: Hands;

beforeEach(() => {
  cluster = fakeKubectl();
  journal = join(mkdtempSync(join(tmpdir(), 'hands-')), 'journal.jsonl');
  hands = handsOf(cluster.kubectl, journal);
  const metadata = { name: 'db', namespace: 'x' };
  cluster.put({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata,
    spec: { replicas: 2, selector: { matchLabels: { app: 'db' } } },
  });
  cluster.put({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata,
    data: { key: Buffer.from('a').toString('base64') },
  });
});

const set = { kind: 'statefulset', name: 'db', namespace: 'x' };
const secret = { kind: 'secret', name: 'db', namespace: 'x' };
const scale = (replicas: number) =>
  hands.change<{ spec: { replicas: number } }>('hub', set, (object) => {
    object.spec.replicas = replicas;
  });

describe('what is taken back', () => {
  it('is everything, the last deed first: the object is as it was before the first', async () => {
    await scale(5);
    await scale(0);
    expect(cluster.spec('statefulset/db')).toMatchObject({ spec: { replicas: 0 } });
    await hands.revert();
    expect(cluster.spec('statefulset/db')).toMatchObject({ spec: { replicas: 2 } });
  });

  it('an object that was deleted is there again, one that was made is gone', async () => {
    await hands.remove('hub', secret);
    await hands.create('hub', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'new', namespace: 'x' },
    });
    expect([...cluster.objects.keys()]).toEqual(['statefulset/db', 'configmap/new']);
    await hands.revert();
    expect([...cluster.objects.keys()].sort()).toEqual(['secret/db', 'statefulset/db']);
  });

  it('by another process than the one that did it, and twice is the same as once', async () => {
    await scale(0);
    await handsOf(cluster.kubectl, journal).revert();
    await handsOf(cluster.kubectl, journal).revert();
    expect(cluster.spec('statefulset/db')).toMatchObject({ spec: { replicas: 2 } });
    expect(existsSync(journal)).toBe(false);
  });

  it('also where the deed was written down and not done, or its line was cut', async () => {
    await scale(0);
    const [line = ''] = readFileSync(journal, 'utf8').split('\n');
    const entry = JSON.parse(line) as { ref: { kind: string; name: string }; before: unknown };
    const made = { ...entry, ref: { kind: 'ConfigMap', name: 'never-made' }, before: null };
    writeFileSync(journal, `${line}\n${JSON.stringify(made)}\n{"did":"obj`);
    await hands.revert();
    expect(cluster.spec('statefulset/db')).toMatchObject({ spec: { replicas: 2 } });
  });

  it('pods that never became ready under the fault are deleted, the others stay', async () => {
    await scale(0);
    cluster.deleted.length = 0;
    await hands.revert();
    expect(cluster.deleted).toEqual([expect.stringContaining('db-0')]);
    expect(cluster.deleted[0]).not.toContain('db-1');
  });

  it('the machine as well', async () => {
    const mark = `${journal}.mark`;
    await hands.command(['touch', mark], ['rm', '-f', mark]);
    expect(existsSync(mark)).toBe(true);
    await hands.revert();
    expect(existsSync(mark)).toBe(false);
  });
});

it('the text of a Secret is edited as text', async () => {
  await hands.changeText('hub', secret, 'key', (text) => `${text}b`);
  expect(cluster.spec('secret/db')).toMatchObject({ data: { key: Buffer.from('ab').toString('base64') } });
});

it('an edit that changes nothing, or of what is not there, is an error and leaves no trace', async () => {
  await expect(scale(2)).rejects.toThrow('changed nothing');
  await expect(hands.remove('hub', { kind: 'service', name: 'none' })).rejects.toThrow(
    'there is no service none',
  );
  expect(existsSync(journal)).toBe(false);
});
