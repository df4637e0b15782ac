import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { blindToNeed, isIdleByIntent } from './replicas.ts';

/** A pod that is not ready yet is no finding for this long: starting and rolling over take their time. */
export const STARTING_SECONDS = 60;

/** Reasons for which a container waits that do not pass by themselves. */
const HARMLESS_WAITING = ['ContainerCreating', 'PodInitializing'];

/** Whether the pods that a workload should have are there and ready. */
export const readiness: FindingRule = {
  name: 'workload/readiness',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const list = context.clusterOf(component).pods;
  if (!list.seen)
    return [
      unknown('pods-not-ready', component.ref, list.reason),
      unknown('no-ready-pods', component.ref, list.reason),
    ];
  const pods = context.pods(component);
  const ready = pods.filter((pod) => pod.ready && !pod.meta.deletingSince);
  const wanted = component.desired ?? pods.length;
  const stuck = pods.filter((pod) => isStuck(context, pod, component));
  const facts = { ready: ready.length, wanted, name: component.ref.name };
  const evidence = [
    quote(
      list.source,
      note('pods-ready', {
        object: `${component.ref.kind} ${component.ref.name}`,
        ready: ready.length,
        wanted,
      }),
    ),
    ...stuck.slice(0, 3).map((pod) => quote(list.source, describe(pod, component))),
  ];
  const since = stuck.flatMap((pod) => pod.readySince ?? []).sort()[0] ?? null;
  const isShort =
    ready.length < wanted && (stuck.length > 0 || (pods.length < wanted && isSettled(context, component)));
  const isDown = ready.length === 0 && (isShort || (wanted === 0 && !isIdleByIntent(context, component)));
  const details = { evidence, facts, since };
  const why = wanted === 0 ? blindToNeed(context, component) : null;
  return [
    isShort
      ? present('pods-not-ready', component.ref, details)
      : absent('pods-not-ready', component.ref, details),
    isDown
      ? present('no-ready-pods', component.ref, details)
      : why !== null
        ? unknown('no-ready-pods', component.ref, why)
        : absent('no-ready-pods', component.ref, details),
  ];
}

/** Not ready, and not merely on its way to be. */
export function isStuck(context: FindingContext, pod: Pod, component: Component): boolean {
  if (pod.meta.deletingSince || pod.phase === 'Succeeded' || pod.ready) return false;
  const status = pod.containers.find(({ name }) => name === component.container);
  if (status?.waiting && !HARMLESS_WAITING.includes(status.waiting.reason)) return true;
  if (status?.terminated || (status && status.restarts > 0)) return true;
  const age = ageSeconds(context, pod.readySince ?? pod.meta.createdAt);
  return age === null || age > STARTING_SECONDS;
}

/** Fewer pods than wanted count only when the workload was not changed a moment ago. */
function isSettled(context: FindingContext, component: Component): boolean {
  const workload = context.workload(component)?.workload;
  if (!workload) return true;
  if (workload.observedGeneration !== null && workload.observedGeneration !== workload.meta.generation)
    return false;
  const changes = workload.meta.changes.filter(({ fields }) => 'f:spec' in fields).map(({ at }) => at);
  const age = ageSeconds(context, changes.sort().at(-1));
  return age === null || age > STARTING_SECONDS;
}

function describe(pod: Pod, component: Component): Note {
  const status = pod.containers.find(({ name }) => name === component.container);
  const state = status?.waiting
    ? `${status.waiting.reason} ${status.waiting.message}`
    : status?.terminated
      ? note('exited', { reason: status.terminated.reason, code: status.terminated.exitCode })
      : (pod.unschedulable ?? pod.reason ?? pod.phase);
  return note('pod-not-ready', { pod: pod.meta.name, restarts: status?.restarts ?? 0, state });
}
