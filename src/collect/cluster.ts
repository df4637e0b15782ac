import type { ClusterEvidence } from '../evidence/evidence.ts';
import { text } from '../evidence/json.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import {
  readClaim,
  readEndpointSlice,
  readEvent,
  readIngress,
  readIngressClass,
  readNamespace,
  readNode,
  readService,
  readWorkload,
} from '../evidence/kubernetes/objects.ts';
import { readPod } from '../evidence/kubernetes/pods.ts';
import { readNetworkPolicy } from '../evidence/kubernetes/policies.ts';
import type { Look } from '../evidence/look.ts';
import { type Asker, askJson, askList, LIMITS } from './requests.ts';

/**
 * The first pass over a cluster: what tells the most for one request each. Everything is asked at once, so
 * that a cluster that does not answer costs one timeout and not twelve; one that does not even tell its version
 * in time is given up, so that it does not hold up the others.
 */
export async function collectCluster(asker: Asker, cluster: string): Promise<ClusterEvidence> {
  const version = askJson(
    asker,
    cluster,
    '/version',
    LIMITS.alive,
    (body) => text(body, 'gitVersion') ?? null,
  );
  // What still comes of a cluster that is given up is left out, so that a recording of it gives the same answer.
  const items = async <T>(path: string, read: (item: unknown) => T | null): Promise<Look<T[]>> => {
    const list = askList(asker, cluster, path, read, readItems);
    const alive = await version;
    if (alive.seen || alive.reason !== 'timeout') return list;
    return { ...alive, source: { ...alive.source, path } };
  };
  const lists = {
    pods: items('/api/v1/pods', readPod),
    deployments: items('/apis/apps/v1/deployments', readWorkload('Deployment')),
    statefulSets: items('/apis/apps/v1/statefulsets', readWorkload('StatefulSet')),
    daemonSets: items('/apis/apps/v1/daemonsets', readWorkload('DaemonSet')),
    services: items('/api/v1/services', readService),
    endpointSlices: items('/apis/discovery.k8s.io/v1/endpointslices', readEndpointSlice),
    events: items('/api/v1/events?fieldSelector=type%3DWarning', readEvent),
    nodes: items('/api/v1/nodes', readNode),
    claims: items('/api/v1/persistentvolumeclaims', readClaim),
    ingresses: items('/apis/networking.k8s.io/v1/ingresses', readIngress),
    networkPolicies: items('/apis/networking.k8s.io/v1/networkpolicies', readNetworkPolicy),
  };
  return {
    name: cluster,
    version: await version,
    pods: await lists.pods,
    deployments: await lists.deployments,
    statefulSets: await lists.statefulSets,
    daemonSets: await lists.daemonSets,
    services: await lists.services,
    endpointSlices: await lists.endpointSlices,
    events: await lists.events,
    nodes: await lists.nodes,
    claims: await lists.claims,
    ingresses: await lists.ingresses,
    ingressClasses: null,
    networkPolicies: await lists.networkPolicies,
    namespaces: null,
    storageClasses: new Map(),
    volumes: new Map(),
    customResources: new Map(),
    customKinds: new Map(),
    operatorMetrics: new Map(),
    configMaps: new Map(),
    metrics: new Map(),
    laterMetrics: new Map(),
    probes: new Map(),
    sideMetrics: new Map(),
    partHealth: new Map(),
    cacheMetrics: new Map(),
    usage: new Map(),
    seriesStats: new Map(),
    grafanaDatasources: new Map(),
    grafanaHealth: new Map(),
    grafanaDashboards: new Map(),
    labelNames: new Map(),
    mutedAlerts: new Map(),
    silences: new Map(),
    silentReceivers: new Map(),
    datasourceMaps: new Map(),
    ruleObjects: new Map(),
    rules: new Map(),
    runningConfigs: new Map(),
    targets: new Map(),
    targetMetrics: new Map(),
    stores: new Map(),
    sampleAges: new Map(),
    seriesCounts: new Map(),
    vanishedTargets: new Map(),
    monitoring: new Map(),
    namespaceEvents: new Map(),
    logs: new Map(),
    previousLogs: new Map(),
  };
}

/** What only tells something together with other objects is asked for where there are such. */
export async function collectCompanions(asker: Asker, cluster: ClusterEvidence): Promise<void> {
  const whereAny = async <T>(others: Look<unknown[]>, path: string, read: (item: unknown) => T | null) =>
    others.seen && others.value.length > 0 ? askList(asker, cluster.name, path, read, readItems) : null;
  const { ingresses, networkPolicies } = cluster;
  [cluster.ingressClasses, cluster.namespaces] = await Promise.all([
    whereAny(ingresses, '/apis/networking.k8s.io/v1/ingressclasses', readIngressClass),
    whereAny(networkPolicies, '/api/v1/namespaces', readNamespace),
  ]);
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
