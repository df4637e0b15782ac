import type { Evidence } from '../evidence/evidence.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { findingContext } from './context.ts';
import { type Finding, findingId } from './finding.ts';
import { RULES } from './registry.generated.ts';

/** All findings, in a fixed order: by id. */
export function findingsOf(evidence: Evidence, fleet: Fleet): Finding[] {
  const context = findingContext(evidence, fleet);
  return RULES.flatMap((rule) => rule.look(context)).sort((a, b) => (findingId(a) < findingId(b) ? -1 : 1));
}
