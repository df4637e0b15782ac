import type { ClusterEvidence, Evidence } from '../evidence/evidence.ts';
import type { Transport } from '../evidence/transport.ts';
import { claimsOf } from '../evidence/views.ts';
import { type Component, type Fleet, group } from '../fleet/fleet.ts';
import { type Role, WRITERS } from '../fleet/roles.ts';
import { collectAlerting } from './alerting.ts';
import { answered, collectCluster } from './cluster.ts';
import { discoverComponents } from './discover/components.ts';
import { discoverFleet } from './discover/fleet.ts';
import { collectOperator } from './operator.ts';
import {
  collectLaterMetrics,
  collectLogs,
  collectNamespaceEvents,
  collectParts,
  collectSampleAges,
  collectSeriesCounts,
  collectTargetMetrics,
} from './parts.ts';
import type { Asker } from './requests.ts';
import { collectStorageClasses, collectVolumes } from './storage.ts';
import { hitMemoryLimit, needsDeeperLook } from './triggers.ts';

/** The whole collection ends within this time, whatever does not answer. */
export const COLLECTION_DEADLINE_MS = 7000;

const WITH_LOGS: readonly Role[] = [
  ...(['agent', 'prometheus', 'sidecar', 'receive', 'store', 'compactor'] as const),
  ...(['query', 'query-frontend', 'cache', 'ruler', 'object-store', 'dns', 'operator'] as const),
  ...(['grafana', 'alertmanager', 'log-shipper', 'cloudwatch-agent'] as const),
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

  const clusters = await Promise.all(transport.clusters.map((name) => collectCluster(asker, name)));
  const reachable = clusters.filter(answered);
  const components = reachable.flatMap(discoverComponents);
  const inCluster = group(components, ({ ref }) => ref.cluster);
  const each = (work: (cluster: ClusterEvidence, components: Component[]) => Promise<unknown>) =>
    Promise.all(reachable.map((cluster) => work(cluster, inCluster.get(cluster.name) ?? [])));

  await each((cluster, own) =>
    Promise.all([
      collectParts(asker, cluster, own).then(() =>
        Promise.all([collectOperator(asker, cluster, own), collectAlerting(asker, cluster, own)]),
      ),
      collectStorageClasses(asker, cluster, own),
    ]),
  );
  const fleet = discoverFleet(clusters, components);
  const byName = new Map(reachable.map((cluster) => [cluster.name, cluster]));
  await each((cluster, own) =>
    Promise.all([
      ...askQueries(asker, cluster, own, byName, fleet),
      ...own
        .filter(({ role }) => WRITERS.includes(role))
        .map((writer) => collectTargetMetrics(asker, cluster, writer)),
    ]),
  );

  const evidence: Evidence = {
    at: transport.now(),
    clusters: new Map(clusters.map((cluster) => [cluster.name, cluster])),
  };
  const sick = needsDeeperLook(evidence, fleet);
  const isGrown = hitMemoryLimit(evidence, fleet);
  await each(async (cluster, own) => {
    if (!sick.has(cluster.name)) return;
    const logged = own.filter(({ role }) => WITH_LOGS.includes(role));
    const queries = isGrown ? own.filter(({ role }) => role === 'query') : [];
    await Promise.all([
      ...queries.map((query) => collectSeriesCounts(asker, cluster, query, fleet.identityLabel)),
      collectNamespaceEvents(asker, cluster, logged),
      ...logged.map((component) => collectLogs(asker, cluster, component)),
      ...own.map((component) => collectLaterMetrics(asker, cluster, component)),
    ]);
  });
  // Logs name what configurations hide: the object store of a Secret.
  return { evidence, fleet: sick.size === 0 ? fleet : discoverFleet(clusters, components) };
}

function askQueries(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
  clusters: ReadonlyMap<string, ClusterEvidence>,
  { identityLabel, components: all }: Fleet,
) {
  const withClaims = all.filter((component) => {
    const own = clusters.get(component.ref.cluster);
    return own !== undefined && claimsOf(own, component).length > 0;
  });
  const namespaces = [...new Set(withClaims.flatMap(({ ref }) => ref.namespace ?? []))].sort();
  return components
    .filter(({ role }) => role === 'query')
    .flatMap((component) => [
      collectSampleAges(asker, cluster, component, identityLabel),
      collectVolumes(asker, cluster, component, { identityLabel, namespaces }),
    ]);
}
