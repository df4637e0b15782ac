import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import { isRecord, list } from '../evidence/json.ts';
import type { EvidenceRequest, Json } from '../evidence/transport.ts';
import type { Role } from '../fleet/roles.ts';
import type { ModeId } from './ids.generated.ts';

export type Change = (request: EvidenceRequest, body: Json) => Json;

/** Other lines in the logs whose path fits, with the time of the last line that was recorded. */
export function logOf(path: RegExp, ...lines: readonly string[]): Change {
  return (request, body) => {
    if (!request.path.includes('/log?') || !path.test(request.path) || typeof body !== 'string') return body;
    const [stamp = ''] = body.trimEnd().split('\n').at(-1)?.split(' ', 1) ?? [];
    return lines.map((line) => `${stamp} ${line}\n`).join('');
  };
}

/** A list of objects that is answered in place of what was recorded, in one cluster. */
export function listAnswer(cluster: RegExp, path: string, ...items: readonly Json[]): Change {
  return (request, body) =>
    cluster.test(request.cluster) && request.path.startsWith(`${path}?`)
      ? { kind: 'List', items: [...items] }
      : body;
}

/** Other words in every answer that has them. */
export const replacedEverywhere =
  (from: string, to: string): Change =>
  (_, body) =>
    JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json;
type KubernetesObject = { metadata: { name: string } & Record<string, Json> } & Record<string, Json>;

/** Lists of Kubernetes objects whose path begins so, with other items. */
export function listOf(path: string, change: (items: KubernetesObject[]) => Json[]): Change {
  return (request, body) => {
    if (!request.path.startsWith(path) || body === null || typeof body !== 'object' || Array.isArray(body))
      return body;
    return { ...body, items: change((body.items ?? []) as unknown as KubernetesObject[]) };
  };
}

/** An answer to a request that the recording does not have, in one cluster. */
export const answerTo =
  (cluster: string, path: RegExp, answer: Json): Change =>
  (request, body) =>
    request.cluster === cluster && path.test(request.path) ? answer : body;

/** One cluster's answers changed. */
export const inCluster =
  (cluster: string, change: Change): Change =>
  (request, body) =>
    request.cluster === cluster ? change(request, body) : body;

/** A pod that was not started: its node has nothing of it. */
export const podPending = (name: string, reason?: string): Change =>
  listOf('/api/v1/pods?', (items) =>
    items.map((item) =>
      item.metadata.name === name
        ? {
            ...item,
            status: {
              phase: 'Pending',
              conditions: [
                {
                  ...{ type: 'PodScheduled', lastTransitionTime: String(item.metadata.creationTimestamp) },
                  ...(reason === undefined ? { status: 'True' } : { status: 'False', message: reason }),
                },
              ],
            },
          }
        : item,
    ),
  );

/** A warning about an object, said at the given time. */
export const warningAbout = (
  object: { kind: string; namespace: string; name: string },
  event: { reason: string; message: string; at: string },
): Change =>
  listOf('/api/v1/events?', (items) => [
    ...items,
    {
      ...{ metadata: { name: `${object.name}.1`, namespace: object.namespace }, involvedObject: object },
      ...{ type: 'Warning', reason: event.reason, message: event.message, lastTimestamp: event.at },
    },
  ]);
/** Other or further samples on the metrics pages whose path fits: `name{labels}` and its value. */
export function metricsOf(path: RegExp, samples: Readonly<Record<string, string>>): Change {
  return (request, body) => {
    if (!request.path.endsWith('/metrics') || !path.test(request.path) || typeof body !== 'string')
      return body;
    const lines = body
      .split('\n')
      .filter((line) => !Object.keys(samples).some((name) => line.startsWith(`${name} `)));
    return [...lines, ...Object.entries(samples).map(([name, value]) => `${name} ${value}`), ''].join('\n');
  };
}

/** Another file in the ConfigMaps whose path fits. */
export function fileOf(path: RegExp, key: string, content: string): Change {
  return (request, body) => {
    if (!request.path.includes('/configmaps/') || !path.test(request.path) || !isRecord(body)) return body;
    return { ...body, data: { ...(isRecord(body.data) ? body.data : {}), [key]: content } } as Json;
  };
}

/** Another text in the answers whose path fits, wherever it stands in them. */
export function wordsOf(path: RegExp, from: string | RegExp, to: string): Change {
  return (request, body) => {
    if (!path.test(request.path) || body === null) return body;
    if (typeof body === 'string') return body.replaceAll(from, to);
    return JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json;
  };
}

/** One more object in a list, made of the one with this name; `path` is that of the list. */
export function copied(path: RegExp, name: string, change: (copy: string) => string): Change {
  return (request, body) => {
    if (!path.test(request.path) || typeof body !== 'object' || body === null || Array.isArray(body))
      return body;
    const items = Array.isArray(body.items) ? body.items : [];
    const found = items.find((item) => JSON.stringify(item).includes(`"metadata":{"name":"${name}`));
    if (found === undefined) return body;
    return { ...body, items: [...items, JSON.parse(change(JSON.stringify(found))) as Json] };
  };
}

/** An object of the API, as far as a change by hand goes into it. */
type Item = { metadata: Record<string, Json>; spec: Record<string, Json>; status: Record<string, Json> };

/** Other objects in the lists whose path fits: each item may be edited, left out (`[]`), or get another beside it. */
export function itemsOf(path: RegExp, edit: (item: Item) => Item[]): Change {
  return (request, body) => {
    if (!path.test(request.path) || typeof body !== 'object' || body === null || !('items' in body))
      return body;
    return { ...body, items: (body.items as Item[]).flatMap(edit) };
  };
}

/** One more warning among the events of the cluster in which such an object is involved. */
export function eventOf(
  cluster: string,
  event: { reason: string; message: string; object: Json; at: string },
): Change {
  const { reason, message, object, at } = event;
  const item = {
    metadata: { name: 'made-by-hand', namespace: 'x', creationTimestamp: at },
    ...{ type: 'Warning', reason, message, involvedObject: object, lastTimestamp: at, count: 5 },
  };
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.startsWith('/api/v1/events')) return body;
    if (typeof body !== 'object' || body === null || !('items' in body)) return body;
    return { ...body, items: [...(body.items as Json[]), item] };
  };
}

/** A request as the patterns of these helpers see it. */
const shown = ({ cluster, path }: EvidenceRequest): string => `${cluster} ${path}`;

/** Other lines in the logs whose cluster and path fit, ten seconds apart, the last of them at the given time. */
export function logUntil(path: RegExp, at: string, ...lines: readonly string[]): Change {
  return (request, body) => {
    if (!request.path.includes('/log?') || !path.test(shown(request)) || body === null) return body;
    const stamp = (index: number) =>
      new Date(Date.parse(at) - (lines.length - 1 - index) * 10_000).toISOString();
    return lines.map((line, index) => `${stamp(index)} ${line}\n`).join('');
  };
}

/** Another text wherever it stands in the answers whose cluster and path fit. */
export function replaced(path: RegExp, from: string, to: string): Change {
  return (request, body) => {
    if (!path.test(shown(request)) || body === null) return body;
    if (typeof body === 'string') return body.replaceAll(from, to);
    const [old, fresh] = [from, to].map((text) => JSON.stringify(text).slice(1, -1)) as [string, string];
    return JSON.parse(JSON.stringify(body).replaceAll(old, fresh)) as Json;
  };
}

/** Other values of metrics, by name, on the pages whose cluster and path fit; what is not there is added. */
export function metricValuesOf(path: RegExp, values: Readonly<Record<string, number>>): Change {
  return (request, body) => {
    if (!request.path.endsWith('/metrics') || !path.test(shown(request)) || typeof body !== 'string')
      return body;
    const seen = new Set<string>();
    const lines = body.split('\n').map((line) => {
      const name = line.split(/[{ ]/, 1)[0] ?? '';
      const value = values[name];
      if (value === undefined) return line;
      seen.add(name);
      return `${line.slice(0, line.lastIndexOf(' '))} ${value}`;
    });
    const added = Object.entries(values).filter(([name]) => !seen.has(name));
    return [...lines, ...added.map(([name, value]) => `${name} ${value}`), ''].join('\n');
  };
}

/** Several changes, one after the other. */
export const changes =
  (...all: readonly Change[]): Change =>
  (request, body) =>
    all.reduce((current, change) => change(request, current), body);

/**
 * What a mode must hold on a real recording that was changed by hand where its fault would change it: it is named
 * first and alone, at the right part; and where its sign is hidden it is not claimed. Nothing of the change ever ran.
 */
export function describeChanged(
  id: ModeId,
  given: {
    /** The recording. */
    from: string;
    change: Change;
    at: { role: Role; cluster?: string; name?: string; variant?: string };
    /** Paths that are not answered in the second run. */
    hidden: RegExp;
    /** What else is right to be named beside it: of the recording itself. */
    also?: readonly ModeId[];
  },
): void {
  describe(`${id} on a changed recording of ${given.from}`, () => {
    it('is named first, and nothing false beside it', async () => {
      const { diagnosis } = await replayChanged(given.from, given.change);
      const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
      const { role, ...more } = given.at;
      const expected = { mode: id, component: { role, ...pick(more) } };
      expect(confirmed[0]).toMatchObject(expected);
      if (more.variant !== undefined) expect(confirmed[0]?.variant).toBe(more.variant);
      const others = confirmed.map(({ mode }) => mode).filter((mode) => mode !== id);
      expect(others.filter((mode) => !given.also?.includes(mode))).toEqual([]);
    });

    it('is not claimed where its sign is hidden', async () => {
      const { diagnosis } = await replayChanged(given.from, given.change, ({ path }) =>
        given.hidden.test(path),
      );
      expect(diagnosis.causes.filter(({ mode, confirmed }) => confirmed && mode === id)).toEqual([]);
      expect(diagnosis.blindSpots.length).toBeGreaterThan(0);
      expect(diagnosis.verdict).not.toBe('healthy');
    });
  });
}

function pick({ cluster, name }: { cluster?: string; name?: string; variant?: string }) {
  return { ...(cluster !== undefined && { cluster }), ...(name !== undefined && { name }) };
}

/** A claim that got no volume. `driver`: the one that the controller left it to, and when. */
export const claimPending = (
  name: string,
  given: { storageClass: string | null; driver?: { name: string; at: string } },
): Change =>
  listOf('/api/v1/persistentvolumeclaims?', (items) =>
    items.map((item) => {
      if (item.metadata.name !== name) return item;
      const { volumeName: _volume, storageClassName: _class, ...spec } = item.spec as Record<string, Json>;
      const { driver, storageClass } = given;
      return {
        metadata: {
          ...item.metadata,
          annotations: driver ? { 'volume.kubernetes.io/storage-provisioner': driver.name } : {},
          managedFields: [
            {
              ...{
                manager: 'kube-controller-manager',
                time: driver?.at ?? String(item.metadata.creationTimestamp),
              },
              fieldsV1: { 'f:metadata': { 'f:annotations': {} } },
            },
          ],
        },
        spec: { ...spec, ...(storageClass !== null && { storageClassName: storageClass }) },
        status: { phase: 'Pending' },
      };
    }),
  );

/** A Prometheus Operator beside the pipeline, with a pod that is ready; without `isReady` it has none. */
export function withOperator(namespace: string, isReady = true): Change {
  const metadata = { name: 'prometheus-operator', namespace, generation: 2 };
  const labels = { app: 'operator', 'pod-template-hash': '5d4f' };
  const spec = {
    containers: [{ name: 'operator', image: 'quay.io/prometheus-operator/prometheus-operator:v0.85.0' }],
  };
  const since = '2026-11-21T08:21:47Z';
  return changes(
    listOf('/apis/apps/v1/deployments?', (items) => [
      ...items,
      {
        metadata,
        spec: {
          replicas: isReady ? 1 : 0,
          selector: { matchLabels: { app: 'operator' } },
          template: { metadata: { labels }, spec },
        },
        status: { observedGeneration: 2, readyReplicas: isReady ? 1 : 0 },
      },
    ]),
    listOf('/api/v1/pods?', (items) => [
      ...items,
      ...(isReady
        ? [
            {
              metadata: {
                ...{ name: 'prometheus-operator-5d4f-x', namespace, labels, creationTimestamp: since },
                ownerReferences: [{ kind: 'ReplicaSet', name: 'prometheus-operator-5d4f', controller: true }],
              },
              spec,
              status: {
                phase: 'Running',
                conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: since }],
                containerStatuses: [
                  {
                    name: 'operator',
                    ready: true,
                    restartCount: 0,
                    state: { running: { startedAt: since } },
                  },
                ],
              },
            },
          ]
        : []),
    ]),
  );
}

/** The kinds of the operator, as its API group lists them. */
export const operatorKinds = (cluster: string, ...names: string[]): Change =>
  answerTo(cluster, /^\/apis\/monitoring\.coreos\.com\/v1$/, {
    ...{ kind: 'APIResourceList', groupVersion: 'monitoring.coreos.com/v1' },
    resources: names.map((name) => ({ name })),
  });
/** Targets of one cluster's writers whose address has this part are down with this error. */
export function targetsFail(cluster: string, part: string, error: string): Change {
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.includes('/api/v1/targets?') || !isRecord(body))
      return body;
    const targets = list(body, 'data', 'activeTargets') as Record<string, Json>[];
    for (const target of targets) {
      if (!String(target.scrapeUrl).includes(part)) continue;
      target.health = 'down';
      target.lastError = error;
    }
    return body;
  };
}

/** One more target in one cluster, of no discovery. */
export function targetAdded(cluster: string, url: string, error: string, job = 'static'): Change {
  return (request, body) => {
    if (request.cluster !== cluster || !request.path.includes('/api/v1/targets?') || !isRecord(body))
      return body;
    (list(body, 'data', 'activeTargets') as Json[]).push({
      ...{ labels: { job, instance: url }, scrapePool: job, scrapeUrl: url, health: 'down' },
      ...{ discoveredLabels: { job }, lastError: error, lastScrape: '2026-11-21T08:53:00Z' },
    });
    return body;
  };
}

/** Objects of one list of one cluster, each as `edit` leaves it. */
export function objectsAre(cluster: string, path: RegExp, edit: (object: Json) => Json): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path) && isRecord(body)
      ? { ...body, items: (list(body, 'items') as Json[]).map(edit) }
      : body;
}

/** Answers of one cluster whose path fits, with other words in the place of some. */
export function wordsAre(cluster: string, path: RegExp, from: string, to: string): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path)
      ? (JSON.parse(JSON.stringify(body).replaceAll(from, to)) as Json)
      : body;
}

/** More objects in one list of one cluster; a list that was not recorded has these alone. */
export function objectsAdded(cluster: string, path: RegExp, ...objects: readonly Json[]): Change {
  return (request, body) =>
    request.cluster === cluster && path.test(request.path)
      ? { ...(isRecord(body) ? body : {}), items: [...(list(body, 'items') as Json[]), ...objects] }
      : body;
}

/** An operator runs in a cluster of a recording, and made its writer of a custom resource with this selector. */
export const operatorRuns = (cluster: string, serviceMonitorSelector: Json): Change =>
  changes(
    objectsAre(cluster, /\/statefulsets\?/, (object) => {
      const workload = object as { metadata: Record<string, Json> };
      if (workload.metadata.name !== 'prometheus-agent') return object;
      const owner = { controller: true, kind: 'PrometheusAgent', name: 'prometheus-agent' };
      return { ...workload, metadata: { ...workload.metadata, ownerReferences: [owner] } } as Json;
    }),
    objectsAdded(cluster, /\/api\/v1\/pods\?/, {
      metadata: { name: 'operator', namespace: 'monitoring', uid: 'operator' },
      spec: { containers: [{ name: 'operator', image: 'prometheus-operator:v0.85.0' }] },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-11-21T08:00:00Z' }],
      },
    }),
    objectsAdded(cluster, /\/prometheusagents\?/, {
      metadata: { name: 'prometheus-agent', namespace: 'monitoring' },
      spec: { serviceMonitorSelector },
    }),
    objectsAdded(cluster, /\/(prometheuses|podmonitors)\?/),
  );
