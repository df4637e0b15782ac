import type { ClusterEvidence, Evidence } from '../evidence/evidence.ts';
import type { Transport } from '../evidence/transport.ts';
import { claimsOf } from '../evidence/views.ts';
import type { Component, Fleet } from '../fleet/fleet.ts';
import { type Role, WRITERS } from '../fleet/roles.ts';
import { collectAlerting, collectRules } from './alerting.ts';
import { collectBeside } from './beside.ts';
import { answered, collectCluster, collectCompanions } from './cluster.ts';
import { discoverComponents } from './discover/components.ts';
import { discoverFleet } from './discover/fleet.ts';
import { collectGrafana } from './grafana.ts';
import { collectOperator } from './operator.ts';
import {
  collectConfigMaps,
  collectLaterMetrics,
  collectLogs,
  collectMonitoring,
  collectNamespaceEvents,
  collectPart,
  collectSampleAges,
  collectSeriesCounts,
  collectSilence,
  collectTargetMetrics,
  collectVanishedTargets,
  settleScheme,
} from './parts.ts';
import type { Asker } from './requests.ts';
import { collectSeriesStats } from './series-stats.ts';
import { collectStorageClasses, collectVolumes } from './storage.ts';
import { hitMemoryLimit, holdsOldSeries, isShortOfMemory, needsDeeperLook } from './triggers.ts';
import { collectUsage } from './usage.ts';

/** The whole collection ends within this time, whatever does not answer. */
export const COLLECTION_DEADLINE_MS = 7000;

const WITH_LOGS: readonly Role[] = [
  ...(['agent', 'prometheus', 'sidecar', 'receive', 'store', 'compactor'] as const),
  ...(['query', 'query-frontend', 'cache', 'ruler', 'object-store', 'dns', 'operator'] as const),
  ...(['grafana', 'alertmanager', 'log-shipper', 'log-store', 'cloudwatch-agent'] as const),
];

/**
 * Looks at all clusters of a transport. First what tells the most for the least, then the pipeline's parts,
 * then, only where something looks wrong, logs. Never throws: what could not be seen is in the evidence.
 */
export async function collect(
  transport: Transport,
  options: { deadlineMs?: number; clock?: () => number } = {},
): Promise<{ evidence: Evidence; fleet: Fleet }> {
  const clock = options.clock ?? Date.now;
  const asker: Asker = {
    transport,
    clock,
    deadline: clock() + (options.deadlineMs ?? COLLECTION_DEADLINE_MS),
  };

  const looked = await Promise.all(transport.clusters.map((name) => lookAtCluster(asker, name)));
  const clusters = looked.map(({ cluster }) => cluster);
  const components = looked.flatMap((one) => one.components);
  const reachable = looked.filter(({ cluster }) => answered(cluster));
  const each = (work: (cluster: ClusterEvidence, components: Component[]) => Promise<unknown>[]) =>
    Promise.all(reachable.flatMap(({ cluster, components: own }) => work(cluster, own)));
  const eachQuery = (work: (cluster: ClusterEvidence, query: Component) => Promise<unknown>) =>
    each((cluster, own) => ofRole(own, ['query']).map((query) => work(cluster, query)));

  const fleet = discoverFleet(clusters, components);
  const { identityLabel } = fleet;
  const namespaces = namespacesOfClaims(reachable);
  const hasMonitors = clusters.some(({ monitoring }) => monitoring.size > 0);
  // Nothing that follows waits for these.
  const aside = Promise.all([
    eachQuery((cluster, query) => collectVolumes(asker, cluster, query, { identityLabel, namespaces })),
    hasMonitors
      ? eachQuery((cluster, query) => collectVanishedTargets(asker, cluster, query, identityLabel))
      : [],
    each((cluster, own) =>
      ofRole(own, WRITERS).map((writer) => collectTargetMetrics(asker, cluster, writer)),
    ),
  ]);
  await eachQuery((cluster, query) => collectSampleAges(asker, cluster, query, identityLabel));

  const evidence: Evidence = {
    at: transport.now(),
    clusters: new Map(clusters.map((cluster) => [cluster.name, cluster])),
  };
  const sick = needsDeeperLook(evidence, fleet);
  const isGrown = hitMemoryLimit(evidence, fleet);
  const isChurning = clusters.some(holdsOldSeries);
  await Promise.all([
    aside,
    eachQuery((cluster, query) => collectSilence(asker, cluster, query, identityLabel)),
    each((cluster, own) =>
      own
        .filter((component) => isGrown || isShortOfMemory(cluster, component))
        .map((component) => collectSeriesStats(asker, cluster, component)),
    ),
    each((cluster, own) => {
      if (!sick.has(cluster.name)) return [];
      const logged = ofRole(own, WITH_LOGS);
      const queries = isGrown || isChurning ? ofRole(own, ['query']) : [];
      const counting = { label: identityLabel, isGrown, isChurning };
      return [
        ...queries.map((query) => collectSeriesCounts(asker, cluster, query, counting)),
        collectNamespaceEvents(asker, cluster, logged),
        ...logged.map((component) => collectLogs(asker, cluster, component)),
        ...own.map((component) => collectLaterMetrics(asker, cluster, component)),
      ];
    }),
  ]);
  // Logs name what configurations hide: the object store of a Secret.
  return { evidence, fleet: sick.size === 0 ? fleet : discoverFleet(clusters, components) };
}

const ofRole = (components: readonly Component[], roles: readonly Role[]) =>
  components.filter(({ role }) => roles.includes(role));

interface Looked {
  cluster: ClusterEvidence;
  components: Component[];
}

/** What a cluster has, and then, all at once, what its parts say and what else there is to know of its objects. */
async function lookAtCluster(asker: Asker, name: string): Promise<Looked> {
  const cluster = await collectCluster(asker, name);
  if (!answered(cluster)) return { cluster, components: [] };
  const components = discoverComponents(cluster);
  const parts = async () => {
    await Promise.all(components.map((component) => settleScheme(asker, cluster, component)));
    await Promise.all([
      ...components.map(async (component) => {
        await Promise.all([collectPart(asker, cluster, component), collectBeside(asker, cluster, component)]);
        await collectRules(asker, cluster, component);
      }),
      collectOperator(asker, cluster, components),
      collectAlerting(asker, cluster, components),
      collectGrafana(asker, cluster, components),
    ]);
  };
  await Promise.all([
    parts(),
    collectConfigMaps(asker, cluster, components),
    collectMonitoring(asker, cluster, components),
    collectCompanions(asker, cluster),
    collectUsage(asker, cluster, components),
    collectStorageClasses(asker, cluster, components),
  ]);
  return { cluster, components };
}

/** Namespaces in which parts have volumes. */
function namespacesOfClaims(looked: readonly Looked[]): string[] {
  const found = looked.flatMap(({ cluster, components }) =>
    components
      .filter((component) => claimsOf(cluster, component).length > 0)
      .flatMap(({ ref }) => ref.namespace ?? []),
  );
  return [...new Set(found)].sort();
}
