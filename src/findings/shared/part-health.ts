import { podKey } from '../../evidence/evidence.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import type { FindingType } from '../types.generated.ts';

/** What a part's pods say of their own health as a finding: one that is ill is enough, and nothing where none was asked. */
export function healthFinding(context: FindingContext, component: Component, type: FindingType): Finding[] {
  const { partHealth } = context.clusterOf(component);
  const looks = context.pods(component).flatMap((pod) => partHealth.get(podKey(pod)) ?? []);
  for (const look of looks) {
    if (!look.seen || look.value.isHealthy) continue;
    const { shards } = look.value;
    const words = shards ? note('store-health', { ...shards }) : look.value.words;
    return [present(type, component.ref, { evidence: [quote(look.source, words)], facts: { words } })];
  }
  if (looks.some(({ seen }) => seen)) return [absent(type, component.ref)];
  // A part without such a page hides nothing.
  const blind = looks.find((look) => !look.seen && look.reason !== 'not-found');
  return blind && !blind.seen ? [unknown(type, component.ref, blind.reason)] : [];
}
