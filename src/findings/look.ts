import type { FindingContext } from './context.ts';
import { type Finding, findingId } from './finding.ts';
import { RULES } from './registry.generated.ts';

/** All findings, in a fixed order: by id. What several rules tell of one thing is told once: what is present counts. */
export function findingsOf(context: FindingContext): Finding[] {
  const found = new Map<string, Finding>();
  for (const finding of RULES.flatMap((rule) => rule.look(context))) {
    const id = findingId(finding);
    const known = found.get(id);
    if (!known || rank(finding) < rank(known)) found.set(id, finding);
  }
  return [...found.keys()].sort().flatMap((id) => found.get(id) ?? []);
}

const rank = ({ state }: Finding): number => ['present', 'unknown', 'absent'].indexOf(state);
