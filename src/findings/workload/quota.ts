import type { KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { templateChange } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';

/** A controller tries again at growing intervals, of at most some 16 minutes. Source: client-go, workqueue. */
const EVENT_SECONDS = 1200;

/** What refuses a pod. Source: kubernetes apiserver resourcequota/controller.go, limitranger/admission.go. */
const REFUSED = [
  'exceeded quota: ',
  'failed quota: ',
  'insufficient quota to ',
  ' usage per ',
  'max limit to request ratio per ',
];

/** Whether the API server refuses to make a workload's pods for a quota or a limit range. */
export const quota: FindingRule = {
  name: 'workload/quota',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const { events, pods } = context.clusterOf(component);
  // A refusal may be over: whether pods are missing still, nobody sees.
  if (!pods.seen)
    return refusalOf(context, component) ? [unknown('quota-refuses', component.ref, pods.reason)] : [];
  const missing = (component.desired ?? 0) - livePods(context, component);
  const refused = missing > 0 ? refusalOf(context, component) : null;
  if (!refused || !events.seen) return [];
  return [
    present('quota-refuses', component.ref, {
      evidence: [quote(events.source, `${refused.object.kind} ${refused.object.name}: ${refused.message}`)],
      facts: { words: tellingWords(refused.message), missing },
      since: refused.lastAt,
      change: templateChange(context, component),
    }),
  ];
}

const livePods = (context: FindingContext, component: Component): number =>
  context
    .pods(component)
    .filter(({ meta, phase }) => !meta.deletingSince && phase !== 'Failed' && phase !== 'Succeeded').length;

/** The last event by which a controller says that a pod of this workload was refused. */
export function refusalOf(context: FindingContext, { ref }: Component): KubernetesEvent | null {
  const { events } = context.clusterOf({ ref } as Component);
  const found = seenOr(events, []).filter(
    ({ object, reason, message, lastAt }) =>
      reason === 'FailedCreate' &&
      object.namespace === ref.namespace &&
      // A Deployment's pods are made by its ReplicaSet, whose name ends with a hash.
      (object.kind === ref.kind
        ? object.name === ref.name
        : object.kind === 'ReplicaSet' && object.name.replace(/-[a-z0-9]{1,12}$/, '') === ref.name) &&
      REFUSED.some((text) => message.includes(text)) &&
      (ageSeconds(context, lastAt) ?? 0) < EVENT_SECONDS,
  );
  return found.sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1))[0] ?? null;
}
