import type { ClusterEvidence } from '../evidence/evidence.ts';
import { text } from '../evidence/json.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import {
  readClaim,
  readEndpointSlice,
  readEvent,
  readIngress,
  readNode,
  readService,
  readWorkload,
} from '../evidence/kubernetes/objects.ts';
import { readPod } from '../evidence/kubernetes/pods.ts';
import { type Asker, askJson, askList, LIMITS } from './requests.ts';

/**
 * The first pass over a cluster: what tells the most for one request each. Everything is asked at once, so
 * that a cluster that does not answer costs one timeout and not twelve.
 */
export async function collectCluster(asker: Asker, cluster: string): Promise<ClusterEvidence> {
  const items = <T>(path: string, read: (item: unknown) => T | null) =>
    askList(asker, cluster, path, read, readItems);
  const [
    version,
    pods,
    deployments,
    statefulSets,
    daemonSets,
    services,
    endpointSlices,
    events,
    nodes,
    claims,
    ingresses,
  ] = await Promise.all([
    askJson(asker, cluster, '/version', LIMITS.object, (body) => text(body, 'gitVersion') ?? null),
    items('/api/v1/pods', readPod),
    items('/apis/apps/v1/deployments', readWorkload('Deployment')),
    items('/apis/apps/v1/statefulsets', readWorkload('StatefulSet')),
    items('/apis/apps/v1/daemonsets', readWorkload('DaemonSet')),
    items('/api/v1/services', readService),
    items('/apis/discovery.k8s.io/v1/endpointslices', readEndpointSlice),
    items('/api/v1/events?fieldSelector=type%3DWarning', readEvent),
    items('/api/v1/nodes', readNode),
    items('/api/v1/persistentvolumeclaims', readClaim),
    items('/apis/networking.k8s.io/v1/ingresses', readIngress),
  ]);
  return {
    name: cluster,
    ...{
      version,
      pods,
      deployments,
      statefulSets,
      daemonSets,
      services,
      endpointSlices,
      events,
      nodes,
      claims,
      ingresses,
    },
    configMaps: new Map(),
    metrics: new Map(),
    runningConfigs: new Map(),
    targets: new Map(),
    targetMetrics: new Map(),
    stores: new Map(),
    sampleAges: new Map(),
    namespaceEvents: new Map(),
    logs: new Map(),
    previousLogs: new Map(),
  };
}

/** Whether the cluster answered anything at all: a refusal is an answer, silence is not. */
export function answered(cluster: ClusterEvidence): boolean {
  const silent = [
    'unreachable',
    'refused',
    'timeout',
    'name-not-found',
    'tls',
    'credentials',
    'deadline',
    'not-recorded',
  ];
  return cluster.version.seen || cluster.pods.seen || !silent.includes(cluster.version.reason);
}
