import { describe, expect, it } from 'vitest';
import type { ApiAnswer, ApiObject, ClusterApi } from './api.ts';
import { refOf } from './api.ts';
import { differences } from './difference.ts';
import { inventoryObject, readInventory } from './inventory.ts';
import { inParallel, planObjects } from './plan.ts';
import { readiness, whyStuck } from './ready.ts';
import { collectionPath, objectPath } from './resources.ts';

const object = (over: Partial<ApiObject> = {}): ApiObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'query', namespace: 'monitoring', generation: 1 },
  ...over,
});

const refused = (
  status: number,
  reason: string,
  causes: { reason: string; message: string; field: string }[] = [],
) => ({ ok: false, status, reason, message: `${reason} by the server`, causes }) satisfies ApiAnswer;

function api(live: ApiAnswer, applied: ApiAnswer<ApiObject>): ClusterApi {
  return {
    context: 'test',
    get: async () => live,
    apply: async () => applied,
    remove: async () => live,
    close: () => {},
  };
}

describe('paths', () => {
  it.each([
    [{ apiVersion: 'v1', kind: 'Service', namespace: 'a', name: 'b' }, '/api/v1/namespaces/a/services/b'],
    [
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'a', name: 'b' },
      '/apis/networking.k8s.io/v1/namespaces/a/networkpolicies/b',
    ],
    [
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', namespace: null, name: 'b' },
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/b',
    ],
    [
      { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', namespace: 'a', name: 'b' },
      '/apis/networking.k8s.io/v1/namespaces/a/ingresses/b',
    ],
  ])('of %o', (ref, path) => {
    expect(objectPath(ref)).toBe(path);
  });

  it('a name cannot lead elsewhere', () => {
    expect(objectPath({ apiVersion: 'v1', kind: 'Pod', namespace: 'a/../b', name: '../c' })).toBe(
      '/api/v1/namespaces/a%2F..%2Fb/pods/..%2Fc',
    );
    expect(collectionPath({ apiVersion: 'v1', kind: 'Pod', namespace: null })).toBe('/api/v1/pods');
  });
});

describe('differences', () => {
  it('names the field, and compares lists of named things by name', () => {
    const containers = (...list: object[]) => ({ template: { spec: { containers: list } } });
    const before = object({ spec: { replicas: 1, ...containers({ name: 'a', image: 'x' }, { name: 'b' }) } });
    const after = object({ spec: { replicas: 2, ...containers({ name: 'b' }, { name: 'a', image: 'y' }) } });
    expect(differences(before, after)).toEqual([
      { path: '.spec.replicas', before: 1, after: 2 },
      { path: '.spec.template.spec.containers[a].image', before: 'x', after: 'y' },
    ]);
  });

  it('leaves out what the server counts for itself', () => {
    const before = object({ status: { replicas: 1 } });
    const after = object({ status: { replicas: 2 } });
    after.metadata = { ...after.metadata, resourceVersion: '2', generation: 2, managedFields: [{}] };
    expect(differences(before, after)).toEqual([]);
  });

  it('says that a Secret changes, and not into what', () => {
    const secret = (value: string) => object({ apiVersion: 'v1', kind: 'Secret', data: { key: value } });
    const found = differences(secret('b2xk'), secret('bmV3'));
    expect(found.map(({ path }) => path)).toEqual(['.data.key']);
    expect(JSON.stringify(found)).not.toMatch(/b2xk|bmV3/);
  });
});

describe('a plan', () => {
  const planned = async (live: ApiAnswer, applied: ApiAnswer<ApiObject>) =>
    (await planObjects(api(live, applied), [object()]))[0];
  const same = { ok: true as const, body: object() };

  it('says what each object would become', async () => {
    expect(await planned(same, same)).toMatchObject({ action: 'unchanged' });
    expect(await planned(refused(404, 'NotFound'), same)).toMatchObject({ action: 'create' });
    expect(await planned(same, { ok: true, body: object({ spec: { replicas: 2 } }) })).toMatchObject({
      action: 'change',
      fields: [{ path: '.spec', after: { replicas: 2 } }],
    });
  });

  it('says so where there is no namespace or kind yet', async () => {
    const missing = refused(404, 'NotFound');
    expect(await planned(missing, missing)).toMatchObject({ action: 'unchecked' });
  });

  it('shows whose a field is', async () => {
    const cause = {
      reason: 'FieldManagerConflict',
      message: 'conflict with "helm" using apps/v1',
      field: '.spec.replicas',
    };
    expect(await planned(same, refused(409, 'Conflict', [cause]))).toMatchObject({
      action: 'conflict',
      conflicts: [{ manager: 'helm', field: '.spec.replicas' }],
    });
  });

  it.each([
    [422, 'Invalid'],
    [403, 'Forbidden'],
    [0, 'ECONNRESET'],
  ])('takes a refusal (%i %s) as one', async (status, reason) => {
    expect(await planned(same, refused(status, reason))).toMatchObject({ action: 'refused', reason });
  });

  it('keeps the order, whatever ends first', async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const doubled = await inParallel([30, 1, 10], 2, async (ms) => {
      await wait(ms);
      return ms * 2;
    });
    expect(doubled).toEqual([60, 2, 20]);
  });
});

describe('readiness', () => {
  const counts = (status: object) => readiness(object({ spec: { replicas: 2 }, status }));
  const all = { observedGeneration: 1, updatedReplicas: 2, readyReplicas: 2 };

  it('of a workload: all of the replicas, of the generation that was asked for', () => {
    expect(counts(all)).toEqual({ ready: true });
    expect(counts({ ...all, readyReplicas: 1 })).toEqual({ ready: false, detail: '1/2' });
    // The pods of before are ready; those of the change do not exist yet.
    expect(counts({ ...all, observedGeneration: 0 }).ready).toBe(false);
    expect(counts({ ...all, updatedReplicas: 0 }).ready).toBe(false);
    expect(counts({}).ready).toBe(false);
  });

  it("of the operator's resources: reconciled and available, at this generation", () => {
    const of = (...conditions: object[]) =>
      readiness(object({ kind: 'PrometheusAgent', status: { conditions } }));
    const yes = (type: string, observedGeneration = 1) => ({ type, status: 'True', observedGeneration });
    expect(of(yes('Reconciled'), yes('Available'))).toEqual({ ready: true });
    expect(of(yes('Available')).ready).toBe(false);
    expect(of(yes('Reconciled', 0), yes('Available')).ready).toBe(false);
    expect(of({ type: 'Reconciled', status: 'False', reason: 'Bad', message: 'no' })).toEqual({
      ready: false,
      detail: 'Bad: no',
    });
  });

  it('knows what waiting does not mend', () => {
    const waiting = (reason: string, restartCount = 0) => ({
      status: { containerStatuses: [{ state: { waiting: { reason } }, restartCount }] },
    });
    expect(whyStuck(waiting('ImagePullBackOff'))).toBe('ImagePullBackOff');
    expect(whyStuck(waiting('ContainerCreating'))).toBeNull();
    expect(whyStuck(waiting('CrashLoopBackOff', 1))).toBeNull();
    expect(whyStuck(waiting('CrashLoopBackOff', 5))).toBe('CrashLoopBackOff');
    const unscheduled = { type: 'PodScheduled', reason: 'Unschedulable', message: '0/1 nodes: memory' };
    expect(whyStuck({ status: { conditions: [unscheduled] } })).toBe('0/1 nodes: memory');
    expect(whyStuck({})).toBeNull();
  });
});

describe('the inventory', () => {
  const refs = [refOf(object()), refOf(object({ kind: 'StatefulSet' }))];

  it('is read as it was written, each object once', async () => {
    const written = inventoryObject('monitoring', 'shop', {}, [...refs, ...refs]);
    const read = await readInventory(api({ ok: true, body: written }, refused(0, '')), 'monitoring');
    expect(read).toEqual({ ok: true, body: { fleet: 'shop', objects: refs } });
  });

  it('is empty where there is none, and a refusal where it may not be read', async () => {
    const none = await readInventory(api(refused(404, 'NotFound'), refused(0, '')), 'monitoring');
    expect(none).toEqual({ ok: true, body: { fleet: null, objects: [] } });
    const forbidden = await readInventory(api(refused(403, 'Forbidden'), refused(0, '')), 'monitoring');
    expect(forbidden.ok).toBe(false);
  });

  it.each(['not json', '{}', '[1, null, {"kind": 5}]'])('takes no harm from %s', async (content) => {
    const body = object({ data: { fleet: 'shop', objects: content } });
    const read = await readInventory(api({ ok: true, body }, refused(0, '')), 'monitoring');
    expect(read).toEqual({ ok: true, body: { fleet: 'shop', objects: [] } });
  });
});
