import type { ClusterEvidence, Evidence } from '../evidence/evidence.ts';
import { needsItsLog } from '../evidence/failure-counters.ts';
import type { Blind, Look } from '../evidence/look.ts';
import type { BlindReason } from '../evidence/transport.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** A sender whose last sample is younger than this sends. */
const FRESH_SECONDS = 120;

/** Something that could not be looked at. */
export interface BlindSpot {
  cluster: string;
  what: LookKind;
  /** Namespace and name, where it is one thing. */
  object: string | null;
  /** Health may not be claimed without it. */
  required: boolean;
  why: BlindReason;
  detail: string;
  /** The API path that was asked. */
  path: string;
}

/**
 * The kinds of looks. `required`: without it health may not be claimed (a published list: docs/required-looks.md).
 * What a missing API group (404) hides is nothing: it is optional by nature.
 */
export const LOOKS = {
  api: { required: true },
  pods: { required: true },
  deployments: { required: true },
  statefulSets: { required: true },
  daemonSets: { required: true },
  services: { required: true },
  endpointSlices: { required: true },
  events: { required: false },
  nodes: { required: false },
  claims: { required: false },
  ingresses: { required: false },
  ingressClasses: { required: false },
  networkPolicies: { required: false },
  namespaces: { required: false },
  storageClasses: { required: false },
  volumes: { required: false },
  customResources: { required: false },
  customKinds: { required: false },
  operatorMetrics: { required: false },
  configMap: { required: true },
  metrics: { required: true },
  sideMetrics: { required: false },
  partHealth: { required: false },
  cacheMetrics: { required: false },
  usage: { required: false },
  seriesStats: { required: false },
  grafanaDatasources: { required: false },
  grafanaHealth: { required: false },
  grafanaDashboards: { required: false },
  labelNames: { required: false },
  mutedAlerts: { required: false },
  silences: { required: false },
  datasourceMaps: { required: false },
  ruleObjects: { required: false },
  rules: { required: false },
  runningConfig: { required: true },
  targets: { required: false },
  targetMetrics: { required: false },
  stores: { required: true },
  sampleAges: { required: true },
  seriesCounts: { required: false },
  vanishedTargets: { required: false },
  monitoring: { required: false },
  namespaceEvents: { required: false },
  logs: { required: false },
  previousLogs: { required: false },
  probes: { required: false },
  farEnd: { required: false },
  otherCluster: { required: false },
} as const satisfies Record<string, { required: boolean }>;

export type LookKind = keyof typeof LOOKS;

/** Everything that was asked for and not seen. A cluster that does not answer is one blind spot, not twenty. */
export function blindSpots(evidence: Evidence, fleet: Fleet): BlindSpot[] {
  return [...[...evidence.clusters.values()].flatMap(ofCluster), ...outOfScope(evidence, fleet)];
}

/** What belongs to the pipeline and was not among the clusters that were asked: where it sends, who sends here. */
function outOfScope(evidence: Evidence, fleet: Fleet): BlindSpot[] {
  const spot = (cluster: string, what: LookKind, object: string): BlindSpot => ({
    ...{ cluster, what, object, required: LOOKS[what].required },
    ...{ why: 'out-of-scope', detail: '', path: '' },
  });
  const clusterOf = new Map(fleet.components.map(({ key, ref }) => [key, ref.cluster]));
  const ends = fleet.links.flatMap(({ kind, from, to }) =>
    kind === 'remote-write' && typeof to !== 'string' ? [`${clusterOf.get(from) ?? ''} ${to.host}`] : [],
  );
  const known = new Set(fleet.clusters.map(({ identity }) => identity));
  const isAllNamed = fleet.clusters.every(({ identity }) => identity !== null);
  const senders = [...evidence.clusters.values()].flatMap(({ name, sampleAges }) =>
    [...sampleAges.values()].flatMap((look) =>
      (look.seen && isAllNamed ? look.value : []).flatMap(({ identity, ageSeconds }) =>
        identity !== null && !known.has(identity) && ageSeconds < FRESH_SECONDS
          ? [`${name} ${identity}`]
          : [],
      ),
    ),
  );
  const spots = (what: LookKind, pairs: readonly string[]) =>
    [...new Set(pairs)].map((pair) => {
      const [cluster = '', object = ''] = pair.split(' ', 2);
      return spot(cluster, what, object);
    });
  return [...spots('farEnd', ends), ...spots('otherCluster', senders)];
}

function ofCluster(cluster: ClusterEvidence): BlindSpot[] {
  const { version, pods } = cluster;
  if (!version.seen && !pods.seen && version.reason === pods.reason)
    return [spot(cluster.name, 'api', null, pods)];
  const lists = ['pods', 'deployments', 'statefulSets', 'daemonSets', 'services', 'endpointSlices'] as const;
  const optional = [
    ...([
      'events',
      'nodes',
      'claims',
      'ingresses',
      'ingressClasses',
      'networkPolicies',
      'namespaces',
    ] as const),
  ];
  const maps = {
    storageClasses: cluster.storageClasses,
    volumes: cluster.volumes,
    customResources: cluster.customResources,
    customKinds: cluster.customKinds,
    operatorMetrics: cluster.operatorMetrics,
    configMap: cluster.configMaps,
    metrics: cluster.metrics,
    sideMetrics: cluster.sideMetrics,
    partHealth: cluster.partHealth,
    cacheMetrics: cluster.cacheMetrics,
    usage: cluster.usage,
    seriesStats: cluster.seriesStats,
    grafanaDatasources: cluster.grafanaDatasources,
    grafanaHealth: cluster.grafanaHealth,
    grafanaDashboards: cluster.grafanaDashboards,
    labelNames: cluster.labelNames,
    mutedAlerts: cluster.mutedAlerts,
    silences: cluster.silences,
    datasourceMaps: cluster.datasourceMaps,
    ruleObjects: cluster.ruleObjects,
    rules: cluster.rules,
    runningConfig: cluster.runningConfigs,
    targets: cluster.targets,
    targetMetrics: cluster.targetMetrics,
    stores: cluster.stores,
    sampleAges: cluster.sampleAges,
    seriesCounts: cluster.seriesCounts,
    vanishedTargets: cluster.vanishedTargets,
    monitoring: cluster.monitoring,
    namespaceEvents: cluster.namespaceEvents,
    logs: cluster.logs,
    previousLogs: cluster.previousLogs,
    probes: cluster.probes,
  } satisfies Partial<Record<LookKind, ReadonlyMap<string, Look<unknown>>>>;
  return [
    ...[...lists, ...optional].flatMap((kind) => ofLook(cluster.name, kind, null, cluster[kind])),
    ...Object.entries(maps).flatMap(([kind, looks]) =>
      [...looks].flatMap(([object, look]) => ofLook(cluster.name, kind as LookKind, object, look)),
    ),
  ].map((one) => (isCalledFor(cluster, one) ? { ...one, required: true } : one));
}

/** A log is required where its process counted failures that nothing else explains. */
function isCalledFor({ metrics, sideMetrics }: ClusterEvidence, { what, object }: BlindSpot): boolean {
  if (what !== 'logs' || object === null) return false;
  const pod = object.slice(0, object.lastIndexOf('/'));
  const page = metrics.get(pod) ?? sideMetrics.get(pod);
  return page?.seen === true && needsItsLog(page.value);
}

function ofLook(
  cluster: string,
  what: LookKind,
  object: string | null,
  look: Look<unknown> | null,
): BlindSpot[] {
  if (look === null || look.seen) return [];
  // A pod that went away, a run before that left no log, an API group that is not installed: nothing is hidden.
  if (look.reason === 'not-found' && (what === 'configMap' || !LOOKS[what].required)) return [];
  // Many clusters have no metrics server, and only what has nothing better rests on it: a refusal is worth a word.
  if (what === 'usage' && look.reason === 'not-recorded') return [];
  if (what === 'previousLogs' && (look.reason === 'rejected' || look.reason === 'not-found')) return [];
  return [spot(cluster, what, object, look)];
}

function spot(cluster: string, what: LookKind, object: string | null, look: Blind): BlindSpot {
  const { reason, detail, source } = look;
  return { cluster, what, object, required: LOOKS[what].required, why: reason, detail, path: source.path };
}
