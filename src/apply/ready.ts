import { at, list, number, text } from '../evidence/json.ts';
import type { ApiObject } from './api.ts';

/** Kinds that are ready some time after they were applied. */
export const AWAITED: readonly string[] = [
  ...['CustomResourceDefinition', 'Deployment', 'StatefulSet', 'DaemonSet'],
  ...['PrometheusAgent', 'Alertmanager', 'ThanosRuler'],
];

export type Readiness = { ready: true } | { ready: false; detail: string };

/** Whether an object, as the server has it now, does what it is for. */
export function readiness(object: ApiObject): Readiness {
  switch (object.kind) {
    case 'CustomResourceDefinition':
      return byConditions(object, ['Established']);
    case 'PrometheusAgent':
    case 'Alertmanager':
    case 'ThanosRuler':
      return byConditions(object, ['Reconciled', 'Available']);
    case 'DaemonSet':
      return byCounts(object, number(object, 'status', 'desiredNumberScheduled') ?? 1, {
        updated: number(object, 'status', 'updatedNumberScheduled') ?? 0,
        ready: number(object, 'status', 'numberReady') ?? 0,
      });
    case 'Deployment':
    case 'StatefulSet':
      return byCounts(object, number(object, 'spec', 'replicas') ?? 1, {
        updated: number(object, 'status', 'updatedReplicas') ?? 0,
        ready: number(object, 'status', 'readyReplicas') ?? 0,
      });
    default:
      return { ready: true };
  }
}

const isCurrent = (object: ApiObject): boolean =>
  number(object, 'status', 'observedGeneration') === object.metadata.generation;

function byCounts(
  object: ApiObject,
  wanted: number,
  { updated, ready }: { updated: number; ready: number },
): Readiness {
  if (isCurrent(object) && updated >= wanted && ready >= wanted) return { ready: true };
  return { ready: false, detail: `${Math.min(ready, updated)}/${wanted}` };
}

function byConditions(object: ApiObject, wanted: readonly string[]): Readiness {
  const conditions = list(object, 'status', 'conditions');
  for (const type of wanted) {
    const condition = conditions.find((entry) => text(entry, 'type') === type);
    const observed = number(condition, 'observedGeneration');
    const stale = observed !== undefined && observed !== object.metadata.generation;
    if (text(condition, 'status') !== 'True' || stale) {
      const words = [text(condition, 'reason'), text(condition, 'message')].filter(Boolean).join(': ');
      return { ready: false, detail: words.slice(0, 300) || type };
    }
  }
  return { ready: true };
}

/** States of a container that waiting does not mend by itself. */
const STUCK_REASONS = ['ErrImagePull', 'ImagePullBackOff', 'InvalidImageName', 'CreateContainerConfigError'];
const MANY_RESTARTS = 4;

/** Why a pod will not become ready by waiting, as the kubelet or the scheduler says; `null` if it may. */
export function whyStuck(pod: unknown): string | null {
  for (const status of list(pod, 'status', 'containerStatuses')) {
    const reason = text(status, 'state', 'waiting', 'reason');
    if (reason === undefined) continue;
    if (STUCK_REASONS.includes(reason)) return reason;
    if (reason === 'CrashLoopBackOff' && (number(status, 'restartCount') ?? 0) >= MANY_RESTARTS)
      return reason;
  }
  const scheduled = list(pod, 'status', 'conditions').find((entry) => text(entry, 'type') === 'PodScheduled');
  if (text(scheduled, 'reason') === 'Unschedulable') return text(scheduled, 'message') ?? 'Unschedulable';
  return at(pod, 'status', 'phase') === 'Failed' ? 'Failed' : null;
}
