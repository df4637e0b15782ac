import type { Answer, Json, Transport } from '../evidence/transport.ts';

/**
 * Clusters made by hand of Kubernetes objects: what a controller would make of them (pods, claims) is made here.
 * Nothing of it ever ran.
 */
export interface FakeCluster {
  name: string;
  objects: readonly FakeObject[];
  /** Answers of pods' HTTP servers, by what the path after `/proxy` begins with. */
  proxy?: (pod: string, path: string) => unknown;
}

export interface FakeObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string>; [field: string]: unknown };
  // biome-ignore lint/suspicious/noExplicitAny: objects of any kind, as a person writes them.
  [field: string]: any;
}

const LISTS: Readonly<Record<string, string>> = {
  '/api/v1/pods': 'Pod',
  '/apis/apps/v1/deployments': 'Deployment',
  '/apis/apps/v1/statefulsets': 'StatefulSet',
  '/apis/apps/v1/daemonsets': 'DaemonSet',
  '/api/v1/services': 'Service',
  '/apis/discovery.k8s.io/v1/endpointslices': 'EndpointSlice',
  '/api/v1/events': 'Event',
  '/api/v1/nodes': 'Node',
  '/api/v1/persistentvolumeclaims': 'PersistentVolumeClaim',
  '/apis/networking.k8s.io/v1/ingresses': 'Ingress',
  '/apis/networking.k8s.io/v1/ingressclasses': 'IngressClass',
  '/apis/networking.k8s.io/v1/networkpolicies': 'NetworkPolicy',
  '/apis/policy/v1/poddisruptionbudgets': 'PodDisruptionBudget',
  '/apis/storage.k8s.io/v1/storageclasses': 'StorageClass',
  '/api/v1/resourcequotas': 'ResourceQuota',
  '/apis/gateway.networking.k8s.io/v1/httproutes': 'HTTPRoute',
  '/apis/monitoring.coreos.com/v1alpha1/prometheusagents': 'PrometheusAgent',
  '/apis/monitoring.coreos.com/v1/prometheuses': 'Prometheus',
};
/** Groups that are not there unless an object of them is. */
const OPTIONAL = ['HTTPRoute', 'PrometheusAgent', 'Prometheus'];

const AT = '2026-01-01T00:00:00.000Z';

export function fakeTransport(clusters: readonly FakeCluster[]): Transport {
  const byName = new Map(clusters.map((cluster) => [cluster.name, withPods(cluster)]));
  return {
    clusters: clusters.map(({ name }) => name),
    now: () => new Date(AT),
    close: () => {},
    send: async ({ cluster, path }) => {
      const found = byName.get(cluster);
      const body = found && answerOf(found, path);
      return body === undefined ? missing(path) : seen(body);
    },
  };
}

const seen = (body: unknown): Answer => ({
  ...{ ok: true, truncated: false, at: AT, durationMs: 1 },
  body: JSON.parse(JSON.stringify(body)) as Json,
});
const missing = (path: string): Answer => ({
  ...{ ok: false, reason: 'not-found', at: AT, durationMs: 1 },
  detail: `HTTP 404: ${path}`,
});

function answerOf(cluster: FakeCluster, path: string): unknown {
  const [base = ''] = path.split('?', 1);
  if (base === '/version') return { gitVersion: 'v1.33.0' };
  const kind = LISTS[base];
  if (kind !== undefined) {
    const items = cluster.objects.filter((object) => object.kind === kind);
    return items.length === 0 && OPTIONAL.includes(kind) ? undefined : { items };
  }
  const [, namespace, name] = /^\/api\/v1\/namespaces\/([^/]+)\/configmaps\/([^/]+)$/.exec(base) ?? [];
  if (name !== undefined) {
    return cluster.objects.find(
      ({ kind, metadata }) =>
        kind === 'ConfigMap' && metadata.namespace === namespace && metadata.name === name,
    );
  }
  const [, pod, rest] = /\/pods\/(?:https:)?([^/:]+):\d+\/proxy(\/.*)$/.exec(base) ?? [];
  return pod === undefined || rest === undefined ? undefined : cluster.proxy?.(pod, rest);
}

function withPods(cluster: FakeCluster): FakeCluster {
  const made = cluster.objects.flatMap((object) =>
    ['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind) ? ofWorkload(object) : [],
  );
  return { ...cluster, objects: [...cluster.objects, ...made] };
}

function ofWorkload({ kind, metadata, spec }: FakeObject): FakeObject[] {
  const { namespace = 'default', name } = metadata;
  const count = kind === 'DaemonSet' ? 1 : (spec.replicas ?? 1);
  const owner = kind === 'Deployment' ? { kind: 'ReplicaSet', name: `${name}-5d4f` } : { kind, name };
  return Array.from({ length: count }, (_, ordinal) => {
    const podName = kind === 'Deployment' ? `${owner.name}-${ordinal}` : `${name}-${ordinal}`;
    const { labels = {} } = spec.template.metadata ?? {};
    const pod: FakeObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...{ name: podName, namespace, uid: podName },
        labels: { ...labels, ...(kind === 'Deployment' && { 'pod-template-hash': '5d4f' }) },
        ownerReferences: [{ ...owner, controller: true }],
      },
      spec: spec.template.spec,
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: spec.template.spec.containers.map((container: { name: string }) => ({
          ...{ name: container.name, ready: true, restartCount: 0 },
          state: { running: { startedAt: AT } },
        })),
      },
    };
    const claims = (spec.volumeClaimTemplates ?? []).map((claim: FakeObject) => ({
      ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
      metadata: { name: `${claim.metadata.name}-${podName}`, namespace },
      spec: { storageClassName: 'standard', ...claim.spec },
      status: { phase: 'Bound' },
    }));
    return [pod, ...claims];
  }).flat();
}
