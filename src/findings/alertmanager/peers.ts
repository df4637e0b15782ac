import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** A replica that started so lately may not have met the others yet (names are asked for again every 15 s, peers every 10 s). */
const SETTLING_SECONDS = 40;

/** Whether the ready replicas of an Alertmanager count each other as members of one cluster. */
export const peers: FindingRule = {
  name: 'alertmanager/peers',
  look: (context) => context.index.byRole('alertmanager').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const type = 'peers-unreachable';
  const ready = context.pods(component).filter((pod) => pod.ready && !pod.meta.deletingSince);
  if (ready.length < 2) return [];
  const settling = ready.some((pod) => (ageSeconds(context, pod.readySince) ?? 0) < SETTLING_SECONDS);
  if (settling) return [absent(type, component.ref)];
  let blind: Finding | null = null;
  for (const { pod, look: page } of context.metrics(component)) {
    if (!page.seen) {
      blind ??= unknown(type, component.ref, page.reason);
      continue;
    }
    const members = page.value.value('alertmanager_cluster_members');
    if (members === null || members >= ready.length) continue;
    const words = note('members-few', { pod: pod.meta.name, members, ready: ready.length });
    return [
      present(type, component.ref, {
        evidence: [quote(page.source, words)],
        facts: { words, members, ready: ready.length },
      }),
    ];
  }
  return [blind ?? absent(type, component.ref)];
}
