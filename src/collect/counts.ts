import { type ClusterEvidence, podKey } from '../evidence/evidence.ts';
import { readVector } from '../evidence/prometheus.ts';
import type { Component } from '../fleet/fleet.ts';
import { proxyPath, runningPods } from './parts.ts';
import { type Asker, askJson, LIMITS } from './requests.ts';

/** Targets that are up or down by value of the identity label, as one Query counts them; `null` where none answers. */
export async function collectTargetCounts(
  asker: Asker,
  clusters: ReadonlyMap<string, ClusterEvidence>,
  components: readonly Component[],
  label: string,
): Promise<Map<string, number> | null> {
  for (const component of components.filter(({ role }) => role === 'query')) {
    const cluster = clusters.get(component.ref.cluster);
    const pod =
      cluster && runningPods(cluster, component).find((one) => cluster.stores.get(podKey(one))?.seen);
    if (!cluster || !pod) continue;
    const query = encodeURIComponent(`count by (${label}) (up)`);
    const path = `${proxyPath(component, pod)}/api/v1/query?query=${query}`;
    const look = await askJson(asker, cluster.name, path, LIMITS.query, readVector);
    if (look.seen) return new Map(look.value.map(({ labels, value }) => [labels[label] ?? '', value]));
  }
  return null;
}
