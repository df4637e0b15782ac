import type { BlindSpot } from '../findings/blind-spots.ts';
import type { Finding } from '../findings/finding.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type Role, WRITERS } from '../fleet/roles.ts';
import type { Impact, Verdict } from './diagnosis.ts';

/** Without any of these there is no pipeline whose health could be claimed. */
const PIPELINE: readonly Role[] = [...WRITERS, 'receive', 'query', 'store'];

/**
 * healthy: every required look succeeded and nothing is abnormal. down: a cluster is silent or no query is
 * answered. degraded: anything else that is abnormal. unknown: nothing abnormal was seen, but a required look
 * failed, something was seen whose meaning was not, or there was no pipeline to look at.
 */
export function verdictOf(
  observed: { findings: readonly Finding[]; blindSpots: readonly BlindSpot[] },
  fleet: Fleet,
): Verdict {
  const present = observed.findings.filter(({ state }) => state === 'present');
  // A cluster whose API does not answer us, while its samples arrive, is a blind spot and no damage.
  const damage = present.filter(({ type }) => type !== 'api-unreachable');
  if (damage.some(({ type }) => type === 'cluster-silent' || type === 'query-unanswered')) return 'down';
  if (damage.length > 0) return 'degraded';
  const isBlind = observed.blindSpots.some(({ required }) => required);
  const isPipeline = fleet.components.some(({ role }) => PIPELINE.includes(role));
  const isUnclear = observed.findings.some(
    ({ state, evidence }) => state === 'unknown' && evidence.length > 0,
  );
  return isBlind || isUnclear || present.length > 0 || !isPipeline ? 'unknown' : 'healthy';
}

export function impactOf(observed: { findings: readonly Finding[] }, fleet: Fleet): Impact[] {
  const names = new Set(fleet.clusters.map(({ name }) => name));
  const silence = observed.findings.filter(({ type }) => type === 'cluster-silent');
  for (const { facts } of silence) if (typeof facts.cluster === 'string') names.add(facts.cluster);
  const ofCluster = Map.groupBy(silence, ({ subject }) =>
    subject.type === 'component' ? subject.cluster : null,
  );
  return [...names].map((cluster) => {
    const [finding] = ofCluster.get(cluster) ?? [];
    const age = Number(finding?.facts.age ?? -1);
    const status =
      finding?.state === 'present' ? 'silent' : finding?.state === 'absent' ? 'fresh' : 'unknown';
    return { cluster, status, lastSampleAgeSeconds: age >= 0 ? age : null };
  });
}
