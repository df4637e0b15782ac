import type { ClusterEvidence, Evidence } from '../evidence/evidence.ts';
import type { Blind, Look } from '../evidence/look.ts';
import type { BlindReason } from '../evidence/transport.ts';

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
  configMap: { required: true },
  metrics: { required: true },
  runningConfig: { required: true },
  targets: { required: false },
  targetMetrics: { required: false },
  stores: { required: true },
  sampleAges: { required: true },
  namespaceEvents: { required: false },
  logs: { required: false },
  previousLogs: { required: false },
} as const satisfies Record<string, { required: boolean }>;

export type LookKind = keyof typeof LOOKS;

/** Everything that was asked for and not seen. A cluster that does not answer is one blind spot, not twenty. */
export function blindSpots(evidence: Evidence): BlindSpot[] {
  return [...evidence.clusters.values()].flatMap(ofCluster);
}

function ofCluster(cluster: ClusterEvidence): BlindSpot[] {
  const { version, pods } = cluster;
  if (!version.seen && !pods.seen && version.reason === pods.reason)
    return [spot(cluster.name, 'api', null, pods)];
  const lists = ['pods', 'deployments', 'statefulSets', 'daemonSets', 'services', 'endpointSlices'] as const;
  const optional = ['events', 'nodes', 'claims', 'ingresses'] as const;
  const maps = {
    configMap: cluster.configMaps,
    metrics: cluster.metrics,
    runningConfig: cluster.runningConfigs,
    targets: cluster.targets,
    targetMetrics: cluster.targetMetrics,
    stores: cluster.stores,
    sampleAges: cluster.sampleAges,
    namespaceEvents: cluster.namespaceEvents,
    logs: cluster.logs,
    previousLogs: cluster.previousLogs,
  } satisfies Partial<Record<LookKind, ReadonlyMap<string, Look<unknown>>>>;
  return [
    ...[...lists, ...optional].flatMap((kind) => ofLook(cluster.name, kind, null, cluster[kind])),
    ...Object.entries(maps).flatMap(([kind, looks]) =>
      [...looks].flatMap(([object, look]) => ofLook(cluster.name, kind as LookKind, object, look)),
    ),
  ];
}

function ofLook(cluster: string, what: LookKind, object: string | null, look: Look<unknown>): BlindSpot[] {
  if (look.seen) return [];
  // A pod that went away, a run before that left no log, an API group that is not installed: nothing is hidden.
  if (look.reason === 'not-found' && (what === 'configMap' || !LOOKS[what].required)) return [];
  if (what === 'previousLogs' && (look.reason === 'rejected' || look.reason === 'not-found')) return [];
  return [spot(cluster, what, object, look)];
}

function spot(cluster: string, what: LookKind, object: string | null, look: Blind): BlindSpot {
  const { reason, detail, source } = look;
  return { cluster, what, object, required: LOOKS[what].required, why: reason, detail, path: source.path };
}
