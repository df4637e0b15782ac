import type { KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { STARTING_SECONDS } from '../workload/readiness.ts';

/** The controllers try again every few minutes: what was said longer ago may be over. */
const RECENT_SECONDS = 600;

const TYPES = ['volume-zone-differs', 'volume-not-attached'] as const;

/** Whether a component's volumes reach the nodes of its pods: where the scheduler, controllers and kubelet say not. */
export const placement: FindingRule = {
  name: 'storage/placement',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const cluster = context.clusterOf(component);
  const waiting = context
    .pods(component)
    .filter((pod) => isWaiting(context, pod) && pod.spec.volumes.some(({ claim }) => claim !== null));
  if (waiting.length === 0) return [];
  return TYPES.map((type) => {
    for (const pod of waiting) {
      const said = saidOf(context, component, pod).find(({ words }) =>
        context.scan(words).some((hit) => hit.type === type),
      );
      if (!said) continue;
      return present(type, component.ref, {
        evidence: [quote(said.source, note('pod-says', { pod: pod.meta.name, words: said.words }))],
        since: pod.readySince ?? pod.meta.createdAt,
        facts: { pod: pod.meta.name, words: said.words, claim: claimsOf(pod)[0] ?? '' },
      });
    }
    const isBlind = type === 'volume-not-attached' && !cluster.events.seen;
    return isBlind && !cluster.events.seen
      ? unknown(type, component.ref, cluster.events.reason)
      : absent(type, component.ref);
  });
}

const claimsOf = (pod: Pod): string[] => pod.spec.volumes.flatMap(({ claim }) => claim ?? []);

/** Not started, and not merely just made. */
function isWaiting(context: FindingContext, pod: Pod): boolean {
  if (pod.phase !== 'Pending' || pod.meta.deletingSince) return false;
  const age = ageSeconds(context, pod.meta.createdAt);
  return age === null || age > STARTING_SECONDS;
}

/** What the scheduler says now, and what was said of late of attaching. */
function saidOf(context: FindingContext, component: Component, pod: Pod) {
  const { pods, events } = context.clusterOf(component);
  const isOf = ({ object }: KubernetesEvent) =>
    object.kind === 'Pod' && object.name === pod.meta.name && object.namespace === pod.meta.namespace;
  const recent = seenOr(events, []).filter(
    (event) => isOf(event) && (ageSeconds(context, event.lastAt) ?? 0) < RECENT_SECONDS,
  );
  return [
    ...(pod.unschedulable === null ? [] : [{ words: pod.unschedulable, source: pods.source }]),
    ...recent.map(({ message }) => ({ words: message, source: events.source })),
  ];
}
