import type { BlindReason } from '../../evidence/transport.ts';
import type { Component } from '../../fleet/fleet.ts';
import { type Role, WRITERS } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { replicasBefore, scalingOf } from '../shared/scaling.ts';

/** An annotation on the workload by which a team declares that it is stopped on purpose; its value says why. */
export const PAUSE_ANNOTATION = 'fleetmedic.dev/paused';

/** Parts that stand in for each other: one that is stopped is not missed while another of its group runs. */
const STAND_INS: readonly (readonly Role[])[] = [['agent', 'prometheus']];

/** Whether a workload that the pipeline needs has zero replicas. */
export const replicas: FindingRule = {
  name: 'workload/replicas',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && role !== 'exporter' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const found = context.workload(component);
  if (!found) {
    const cluster = context.clusterOf(component);
    const list = component.ref.kind === 'Deployment' ? cluster.deployments : cluster.statefulSets;
    return list.seen ? [] : [unknown('replicas-zero', component.ref, list.reason)];
  }
  const { workload, source } = found;
  const evidence = [
    quote(source, `${component.ref.kind} ${component.ref.name}: spec.replicas ${workload.replicas}`),
  ];
  const facts = { replicas: workload.replicas ?? '–' };
  const why = blindToNeed(context, component);
  if (why !== null) return [unknown('replicas-zero', component.ref, why)];
  if (workload.replicas !== 0 || isIdleByIntent(context, component)) {
    return [absent('replicas-zero', component.ref, { evidence, facts })];
  }
  const change = scalingOf(context, component);
  return [
    present('replicas-zero', component.ref, {
      evidence,
      facts: { ...facts, ...replicasBefore(context, component) },
      since: change?.at ?? null,
      change,
    }),
  ];
}

/** Why nobody can tell whether what has no replicas is needed: that shows in the Services and pods of others. */
export function blindToNeed(context: FindingContext, component: Component): BlindReason | null {
  const workload = context.workload(component)?.workload;
  if (workload?.replicas !== 0 || isPaused(workload.meta.annotations) || isNeeded(context, component))
    return null;
  const { services, pods } = context.clusterOf(component);
  const unseen = [services, pods].find((look) => !look.seen);
  if (unseen && !unseen.seen) return unseen.reason;
  return component.role === 'receive' && WRITERS.some((role) => isUnread(context, role))
    ? 'not-recorded'
    : null;
}

/** Where a writer sends to stands in its configuration alone. */
const isUnread = (context: FindingContext, role: Role): boolean =>
  context.index.byRole(role).some((writer) => role !== 'ruler' && context.prometheusConfig(writer) === null);

/** Whether it has no replicas and is to have none: by a declared pause, or since nothing needs it. */
export function isIdleByIntent(context: FindingContext, component: Component): boolean {
  const workload = context.workload(component)?.workload;
  return workload?.replicas === 0 && (isPaused(workload.meta.annotations) || !isNeeded(context, component));
}

const isPaused = (annotations: Record<string, string>) => annotations[PAUSE_ANNOTATION] !== undefined;

/** Something flows into it, or nothing else of its kind runs in the cluster. */
function isNeeded(context: FindingContext, component: Component): boolean {
  if (context.index.linksTo(component.key).some(({ from }) => from !== component.key)) return true;
  const roles = STAND_INS.find((group) => group.includes(component.role)) ?? [component.role];
  return !context.index
    .inCluster(component.ref.cluster)
    .some((other) => other.key !== component.key && roles.includes(other.role) && other.desired !== 0);
}
