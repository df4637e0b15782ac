import type { Evidence } from '../evidence/evidence.ts';
import { lookAt } from '../evidence/look.ts';
import { type ProbePlace, type ProbeTarget, probePath, readProbe } from '../evidence/probe.ts';
import type { Transport } from '../evidence/transport.ts';
import { findingContext } from '../findings/context.ts';
import { brokenWays, probeTargetOf } from '../findings/shared/ways.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Places that are tried from, and ends of each: one pod each, and a pod ends in time. */
const MAX_PLACES = 6;
const MAX_TARGETS = 6;
const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 10_000 };

/** Tries the ways that their clients say are broken, from a pod beside each client; what is found joins the evidence. */
export async function probeWays(transport: Transport, evidence: Evidence, fleet: Fleet): Promise<void> {
  const places = new Map<string, { cluster: string; place: ProbePlace; targets: Map<string, ProbeTarget> }>();
  const context = findingContext(evidence, fleet);
  for (const way of brokenWays(context)) {
    const target = probeTargetOf(way);
    const { namespace } = way.client.ref;
    const node = context.pods(way.client).find((pod) => pod.node !== null)?.node;
    if (!target || !node || namespace === null) continue;
    const { cluster } = way.client.ref;
    const key = `${cluster}/${namespace}/${node}`;
    const known = places.get(key) ?? { cluster, place: { namespace, node }, targets: new Map() };
    known.targets.set(`${target.host}:${target.port}`, target);
    places.set(key, known);
  }
  await Promise.all(
    [...places.values()].slice(0, MAX_PLACES).map(async ({ cluster, place, targets }) => {
      const path = probePath(place, [...targets.values()].slice(0, MAX_TARGETS));
      const request = { cluster, path, format: 'text' as const, ...LIMITS };
      const look = lookAt(request, await transport.send(request), readProbe);
      evidence.clusters.get(cluster)?.probes.set(path, look);
    }),
  );
}
