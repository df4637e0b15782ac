import type { Evidence } from '../evidence/evidence.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { findingContext } from './context.ts';
import { type Finding, findingId } from './finding.ts';
import { RULES } from './registry.generated.ts';

/** All findings, in a fixed order: by id. What several rules tell of one thing is told once: what is present counts. */
export function findingsOf(evidence: Evidence, fleet: Fleet): Finding[] {
  const context = findingContext(evidence, fleet);
  const found = new Map<string, Finding>();
  for (const finding of RULES.flatMap((rule) => rule.look(context))) {
    const id = findingId(finding);
    const known = found.get(id);
    if (!known || rank(finding) < rank(known)) found.set(id, finding);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

const rank = ({ state }: Finding): number => ['present', 'unknown', 'absent'].indexOf(state);
