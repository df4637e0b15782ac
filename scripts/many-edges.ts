import { discoverComponents } from '../src/collect/discover/components.ts';
import { discoverFleet } from '../src/collect/discover/fleet.ts';
import type { ClusterEvidence, Evidence } from '../src/evidence/evidence.ts';
import { isRecord } from '../src/evidence/json.ts';
import type { Look } from '../src/evidence/look.ts';
import type { Fleet, FleetCluster } from '../src/fleet/fleet.ts';

/**
 * A recorded fleet in which one edge cluster stands for so many: the same evidence under other names, each with
 * objects and texts of its own, as if it had been read from as many clusters.
 */
export function manyEdges(
  recorded: { evidence: Evidence; fleet: Fleet },
  edge: FleetCluster,
  count: number,
): { evidence: Evidence; fleet: Fleet } {
  const names = Array.from({ length: count }, (_, index) => `edge-${index}`);
  const clusters = [...recorded.evidence.clusters.values()].flatMap((cluster) =>
    cluster.name === edge.name
      ? names.map((name) => renamed(cluster, edge, name))
      : [withSenders(cluster, edge, names)],
  );
  const evidence = { ...recorded.evidence, clusters: new Map(clusters.map((one) => [one.name, one])) };
  return { evidence, fleet: discoverFleet(clusters, clusters.flatMap(discoverComponents)) };
}

/** A copy of evidence in which another name stands for that of the cluster. */
function renamed<T>(value: T, edge: FleetCluster, name: string): T {
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string')
      return one.replaceAll(edge.name, name).replaceAll(edge.identity ?? edge.name, name);
    if (Array.isArray(one)) return one.map(copy);
    if (one instanceof Map) return new Map([...one].map(([key, entry]) => [key, copy(entry)]));
    if (!isRecord(one)) return one;
    const entries = Object.entries(one).map(([key, entry]) => [key, copy(entry)] as const);
    // No two clusters write the same line.
    const isLine = typeof one.raw === 'string';
    return { ...Object.fromEntries(entries), ...(isLine && { raw: `${one.raw} cluster=${name}` }) };
  };
  return copy(value) as T;
}

/** A cluster whose Query answers for all edges as it did for the one. */
function withSenders(
  cluster: ClusterEvidence,
  edge: FleetCluster,
  names: readonly string[],
): ClusterEvidence {
  const many = <T extends { identity: string | null }>(looks: Map<string, Look<T[]>>) =>
    new Map(
      [...looks].map(([key, look]): [string, Look<T[]>] => [
        key,
        look.seen
          ? {
              ...look,
              value: look.value.flatMap((one) =>
                one.identity === edge.identity ? names.map((identity) => ({ ...one, identity })) : [one],
              ),
            }
          : look,
      ]),
    );
  return { ...cluster, sampleAges: many(cluster.sampleAges), volumes: many(cluster.volumes) };
}
