import { describe, expect, it } from 'vitest';
import { replayChanged } from '../drill/recordings.ts';
import type { Json } from '../evidence/transport.ts';
import type { ComponentRef } from '../fleet/subjects.ts';
import {
  type Change,
  changes,
  inCluster,
  itemsOf,
  listAnswer,
  logUntil,
  metricValuesOf,
  objectsAre,
} from './changed.testing.ts';
import type { ModeId } from './ids.generated.ts';

/** One side of a rule that tells neighbours apart: what is seen, and which of them it is. */
export interface Side {
  says: string;
  /** The recording; the faults of this file are made for `healthy`. */
  from: string;
  change?: Change;
  /** Clusters and paths that are answered with "forbidden". */
  hidden?: RegExp;
  /** The one cause that is confirmed, but for `also`: what is another fault of the recording. */
  is?: { mode: ModeId; variant?: string } & Partial<Pick<ComponentRef, 'cluster' | 'role' | 'kind' | 'name'>>;
  also?: readonly ModeId[];
  /** Of these each has a share, and none is confirmed. */
  shared?: readonly ModeId[];
  /** Neighbours that are not confirmed. Needed where nothing is. */
  not?: readonly ModeId[];
}

/** Holds the engine to a rule of "Which of two neighbours" by its sides. */
export function describeNeighbours(rule: string, sides: readonly Side[]): void {
  describe(rule, () => {
    it.each(sides)('$says', async (side) => {
      const { diagnosis } = await replayChanged(
        side.from,
        side.change ?? ((_, body) => body),
        ({ cluster, path }) => side.hidden?.test(`${cluster} ${path}`) ?? false,
      );
      const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
      const modes = confirmed.map(({ mode }) => mode);
      if (side.is) {
        const { mode, variant, ...component } = side.is;
        expect(modes.filter((one) => !side.also?.includes(one))).toEqual([mode]);
        const cause = confirmed.find((one) => one.mode === mode);
        expect(cause).toMatchObject({ ...(variant !== undefined && { variant }), component });
        return;
      }
      for (const neighbour of [...(side.not ?? []), ...(side.shared ?? [])])
        expect(modes).not.toContain(neighbour);
      expect(diagnosis.causes.map(({ mode }) => mode)).toEqual(
        expect.arrayContaining([...(side.shared ?? [])]),
      );
      expect(diagnosis.verdict).not.toBe('healthy');
      if (side.hidden) expect(diagnosis.blindSpots.length).toBeGreaterThan(0);
    });
  });
}

/** The last lines of the logs of `healthy` are as old as this. */
export const LOGGED_AT = '2026-11-21T08:53:12.000Z';
/** Minutes before the look, and after the parts of `healthy` started. */
export const EARLIER = '2026-11-21T08:50:30Z';
/** The newest sample that arrived of a cluster that is silent: four minutes old. */
const LAST_SENT = 1_795_250_960;

/** The writers of `healthy`: where their pages and logs are, and what their last sample is in the answers of Query. */
const WRITERS = {
  'cluster-01': { last: '1795251200.21', url: 'http://thanos-receive-lb.monitoring.svc.cluster.local:19291' },
  'cluster-02': { last: '1795251194.127', url: 'http://thanos-receive.cluster-01.lab:30291' },
  'cluster-03': { last: '1795251198.027', url: 'http://thanos-receive.cluster-01.lab:30291' },
} as const;
type Cluster = keyof typeof WRITERS;

export const writerOf = (cluster: string): RegExp => new RegExp(`^${cluster} .*prometheus-agent-0`);

/** Query has nothing newer of a cluster than what arrived four minutes ago. */
const silent = (cluster: Cluster): Change => {
  const { last } = WRITERS[cluster];
  return (request, body) =>
    request.path.includes('/api/v1/query?')
      ? (JSON.parse(JSON.stringify(body).replace(`"${last}"`, `"${LAST_SENT}"`)) as Json)
      : body;
};

/** The queue of a writer got nothing away for four minutes. */
const queueStands = (cluster: Cluster): Change =>
  metricValuesOf(writerOf(cluster), {
    prometheus_remote_storage_queue_highest_sent_timestamp_seconds: LAST_SENT,
    prometheus_remote_storage_samples_pending: 10_000,
  });

/** What a writer says of a batch that it will try again; `err` as Go words it, with `URL` for its own. */
const sendFails = (cluster: Cluster, err: string): Change => {
  const url = `${WRITERS[cluster].url}/api/v1/receive`;
  const words = JSON.stringify(err.replaceAll('URL', url));
  const line = `time=2026-11-21T08:53:12Z level=WARN source=queue_manager.go:2078 msg="Failed to send batch, retrying" component=remote url=${url} err=${words}`;
  return logUntil(writerOf(cluster), LOGGED_AT, line, line, line);
};

/** Nothing that a writer sends arrives, for the reason that its log gives. */
export const nothingArrives = (cluster: Cluster, err: string): Change =>
  changes(queueStands(cluster), sendFails(cluster, err), silent(cluster));

/** The NetworkPolicies of every cluster: none but these. */
export const policiesAre = (of: Readonly<Partial<Record<string, Json>>> = {}): Change => {
  const path = '/apis/networking.k8s.io/v1/networkpolicies';
  return changes(
    listAnswer(/./, path),
    ...Object.entries(of).map(([cluster, policy]) =>
      listAnswer(new RegExp(`^${cluster}$`), path, policy as Json),
    ),
  );
};

/** A policy with this specification, made just before it all began. */
export const policy = (name: string, namespace: string, spec: Json): Json => ({
  metadata: { name, namespace, creationTimestamp: '2026-11-21T08:49:00Z' },
  spec,
});

/** A Service and its slices are not there. */
export const serviceDeleted = (cluster: string, name: string): Change =>
  inCluster(
    cluster,
    itemsOf(/\/(services|endpointslices)\?/, (item) => {
      const labels = item.metadata.labels as Record<string, string> | undefined;
      const service = labels?.['kubernetes.io/service-name'] ?? item.metadata.name;
      return service === name ? [] : [item];
    }),
  );

/** Pods whose name begins so, with other fields of their status; `edit` may also change the specification. */
export const podsAre = (
  cluster: string,
  prefix: string,
  status: Record<string, Json>,
  spec: Record<string, Json> = {},
): Change =>
  objectsAre(cluster, /\/api\/v1\/pods\?/, (object) => {
    const pod = object as { metadata: { name: string }; spec: object; status: object };
    if (!pod.metadata.name.startsWith(prefix)) return object;
    return { ...pod, spec: { ...pod.spec, ...spec }, status: { ...pod.status, ...status } } as Json;
  });

/** Endpoints of a Service whose pods are not ready. */
export const endpointsUnready = (cluster: string, service: string): Change =>
  objectsAre(cluster, /\/endpointslices\?/, (object) => {
    const slice = object as { metadata: { labels?: Record<string, string> }; endpoints?: Json[] };
    if (slice.metadata.labels?.['kubernetes.io/service-name'] !== service) return object;
    const endpoints = (slice.endpoints ?? []).map((endpoint) => ({
      ...(endpoint as object),
      conditions: { ready: false, serving: false, terminating: false },
    }));
    return { ...slice, endpoints } as Json;
  });

export const condition = (type: string, status: 'True' | 'False', message = ''): Json => ({
  ...{ type, status, message, lastTransitionTime: EARLIER },
});

/** The state of the one container of a pod. */
export const containerIs = (
  name: string,
  given: { ready: boolean; state: Json; lastState?: Json; restarts?: number },
): Json => [
  {
    ...{ name, ready: given.ready, restartCount: given.restarts ?? 0, image: 'x', imageID: '' },
    ...{ state: given.state, lastState: given.lastState ?? {} },
  },
];

/** Pods of one name each have no address, so that they are no endpoint of any Service. */
export const endpointsGone = (cluster: string, pods: readonly string[]): Change =>
  objectsAre(cluster, /\/endpointslices\?/, (object) => {
    const slice = object as { endpoints?: { targetRef?: { name: string } }[] };
    const endpoints = slice.endpoints?.filter(({ targetRef }) => !pods.includes(targetRef?.name ?? ''));
    return { ...slice, endpoints } as Json;
  });

/** Query does not know the stores at these addresses. */
export const storesGone =
  (addresses: readonly string[]): Change =>
  (request, body) => {
    if (!request.path.endsWith('/api/v1/stores')) return body;
    const { data, ...more } = body as { data: Record<string, { name: string }[]> };
    const kept = Object.entries(data).map(([type, stores]) => [
      type,
      stores.filter(({ name }) => !addresses.includes(name)),
    ]);
    return { ...more, data: Object.fromEntries(kept) } as Json;
  };
