import { lastChangeOf } from '../../evidence/kubernetes/meta.ts';
import type { KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import { type Change, timeOf } from '../finding.ts';
import { newest } from './changes.ts';

/** Reasons of the events by which controllers tell that they scale (Deployment, StatefulSet). */
const SCALING = ['ScalingReplicaSet', 'SuccessfulDelete'];

/**
 * When it was scaled, and by whom. The scale subresource leaves no field manager behind: then the controller's own
 * event tells the time, and nobody tells who.
 */
export function scalingOf(context: FindingContext, component: Component): Change | null {
  const workload = context.workload(component)?.workload;
  if (!workload) return null;
  const what = `${component.ref.kind} ${component.ref.name}: spec.replicas`;
  const field = lastChangeOf(workload.meta, ['spec', 'replicas']);
  const signed =
    field && field.at !== workload.meta.createdAt ? { what, at: field.at, by: field.manager } : null;
  const at = scalingEvents(context, component)
    .flatMap(({ lastAt }) => timeOf(Date.parse(lastAt ?? '')) ?? [])
    .sort()
    .at(-1);
  return newest([signed, at ? { what, at, by: null } : null]);
}

/** How many replicas there were before it was scaled to none, as a Deployment's event tells it. */
export function replicasBefore(context: FindingContext, component: Component): { before?: number } {
  const counts = scalingEvents(context, component)
    .filter(({ message }) => / to 0\b/.test(message))
    .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1))
    .flatMap(({ message }) => /\bfrom (\d{1,4}) to 0\b/.exec(message)?.[1] ?? []);
  return counts[0] === undefined ? {} : { before: Number(counts[0]) };
}

function scalingEvents(context: FindingContext, { ref }: Component): KubernetesEvent[] {
  const look = context.clusterOf({ ref } as Component).namespaceEvents.get(ref.namespace ?? '');
  return seenOr(look, []).filter(
    ({ object, reason }) => object.kind === ref.kind && object.name === ref.name && SCALING.includes(reason),
  );
}
