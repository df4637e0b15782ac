import type { Workload } from '../../evidence/kubernetes/objects.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note, textOf, type Words } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { refusalOf } from './quota.ts';
import { isWaiting } from './scheduling.ts';

/** An update in progress is none that is stuck: new pods may take so long to be ready. */
const UPDATING_SECONDS = 300;

/** Whether an update of a workload cannot finish: old pods stand beside new ones that do not become ready. */
export const rollout: FindingRule = {
  name: 'workload/rollout',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const found = context.workload(component);
  const change = templateChange(context, component);
  if (!found) return unseen(context, component);
  if (!change || !found.workload.isRolling) return [];
  const { workload, source } = found;
  const wanted = component.desired ?? 0;
  if (wanted === 0) return [];
  const stuck = stuckOf(context, component, workload);
  if (!stuck) return [];
  return [
    present('rollout-stalled', component.ref, {
      evidence: [
        quote(
          source,
          note('pods-updated', {
            ...{
              object: `${component.ref.kind} ${component.ref.name}`,
              updated: workload.updatedReplicas,
              wanted,
            },
          }),
        ),
        ...(context.clusterOf(component).pods.seen ? [quote(stuck.source, stuck.words)] : []),
      ],
      facts: {
        words: inShort(stuck.words),
        updated: workload.updatedReplicas,
        wanted,
        why: stuck.why,
        isSurge: stuck.isSurge ? 1 : 0,
        ...(stuck.pod !== null && { pod: stuck.pod }),
      },
      since: change.at,
      change,
    }),
  ];
}

/** A pod that waits may be the extra one of an update: the workload that would tell was not shown. */
function unseen(context: FindingContext, component: Component): Finding[] {
  const { deployments } = context.clusterOf(component);
  const waits = context.pods(component).some(({ phase }) => phase === 'Pending');
  return component.ref.kind === 'Deployment' && waits && !deployments.seen
    ? [unknown('rollout-stalled', component.ref, deployments.reason)]
    : [];
}

interface Stuck {
  /** What is said of the pod, or by us of it. */
  words: Words;
  source: Source;
  why: string;
  pod: string | null;
  /** All that are wanted run, of the old template: only the additional pod is missing. */
  isSurge: boolean;
}

function stuckOf(context: FindingContext, component: Component, workload: Workload): Stuck | null {
  const { pods, events } = context.clusterOf(component);
  const live = context.pods(component).filter(({ meta, phase }) => !meta.deletingSince && phase !== 'Failed');
  const isSurge =
    live.filter(({ ready }) => ready).length >= (component.desired ?? 0) && isMixed(workload, live);
  const pending = live.find((pod) => isWaiting(context, pod));
  if (pending && isMixed(workload, live)) {
    const words = saysOf(pending, pending.unschedulable ?? '');
    return { words, source: pods.source, why: 'unschedulable', pod: pending.meta.name, isSurge };
  }
  const refused = isSurge || isShort(workload) ? refusalOf(context, component) : null;
  if (refused && isSurge)
    return { words: refused.message, source: events.source, why: 'quota', pod: null, isSurge };
  const late = live.find((pod) => !pod.ready && isLate(context, pod));
  if (late && isMixed(workload, live)) {
    const said = eventOn(context, component, late);
    const words = said === null ? note('pod-unready', { pod: late.meta.name }) : saysOf(late, said);
    const why = said?.includes('Multi-Attach') ? 'volume-attached' : 'not-ready';
    return { words, source: pods.source, why, pod: late.meta.name, isSurge };
  }
  const { stalled } = workload;
  return stalled && stalled.reason === 'ProgressDeadlineExceeded'
    ? { words: stalled.message, source: pods.source, why: 'deadline', pod: late?.meta.name ?? null, isSurge }
    : null;
}

/** Old and new pods side by side; a StatefulSet tells only how many are new. */
function isMixed(workload: Workload, live: readonly Pod[]): boolean {
  const hashes = live.map(
    ({ meta }) => meta.labels['pod-template-hash'] ?? meta.labels['controller-revision-hash'] ?? '',
  );
  return new Set(hashes).size > 1 || (workload.updatedReplicas > 0 && isShort(workload));
}

const isShort = (workload: Workload): boolean => workload.updatedReplicas < (workload.replicas ?? 0);

function isLate(context: FindingContext, pod: Pod): boolean {
  const age = ageSeconds(context, pod.meta.createdAt);
  return age === null || age > UPDATING_SECONDS;
}

function eventOn(context: FindingContext, component: Component, pod: Pod): string | null {
  const { events } = context.clusterOf(component);
  const said = seenOr(events, [])
    .filter(({ object }) => object.kind === 'Pod' && object.name === pod.meta.name)
    .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1));
  return said[0]?.message ?? null;
}

/** What is shortened is left with what tells most, which is not ours. */
function inShort(words: Words): Words {
  const short = tellingWords(textOf(words));
  return typeof words === 'string' || short.startsWith('…') ? short : words;
}

const saysOf = ({ meta }: Pod, words: string): Note => note('pod-says', { pod: meta.name, words });
