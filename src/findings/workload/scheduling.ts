import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { STARTING_SECONDS } from './readiness.ts';

/** What the scheduler says of volumes: causes of their own. Source: kubernetes pkg/scheduler/framework/plugins. */
const ABOUT_VOLUMES: readonly string[] = [
  'persistentvolumeclaim',
  'persistent volume',
  "persistentvolume's node affinity",
  'volume node affinity conflict',
  'volume zone',
  'volume count',
  'free storage',
  'pvc(s)',
];

/** Why a node does not take a pod, the deepest reason first; as above. */
const REASONS: readonly (readonly [text: string, reason: string])[] = [
  ['insufficient cpu', 'cpu'],
  ['insufficient memory', 'memory'],
  ['insufficient ', 'resources'],
  ['too many pods', 'resources'],
  ['were unschedulable', 'cordoned'],
  ['affinity', 'affinity'],
  ['node selector', 'affinity'],
  ['topology spread', 'affinity'],
  ['free ports', 'ports'],
  ['taint', 'taint'],
];

/** Whether a pod waits for a node that takes it. */
export const scheduling: FindingRule = {
  name: 'workload/scheduling',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const list = context.clusterOf(component).pods;
  if (!list.seen) return unknown('pod-unschedulable', component.ref, list.reason);
  const waiting = context.pods(component).filter((pod) => isWaiting(context, pod));
  const [first] = waiting;
  if (!first) return absent('pod-unschedulable', component.ref);
  const words = first.unschedulable ?? '';
  return present('pod-unschedulable', component.ref, {
    evidence: waiting
      .slice(0, 3)
      .map((pod) =>
        quote(list.source, note('pod-says', { pod: pod.meta.name, words: pod.unschedulable ?? '' })),
      ),
    facts: {
      words: tellingWords(words),
      reason: reasonOf(words) ?? '',
      pod: first.meta.name,
      pending: waiting.length,
      wanted: component.desired ?? context.pods(component).length,
    },
    since: first.meta.createdAt,
    change: templateChange(context, component),
  });
}

/** No node takes it, and not only since it was made: an autoscaler or the end of another pod may make room. */
export function isWaiting(context: FindingContext, pod: Pod): boolean {
  if (pod.unschedulable === null || pod.phase !== 'Pending' || pod.meta.deletingSince) return false;
  const words = pod.unschedulable.toLowerCase();
  if (ABOUT_VOLUMES.some((text) => words.includes(text))) return false;
  const age = ageSeconds(context, pod.meta.createdAt);
  return age === null || age > STARTING_SECONDS;
}

function reasonOf(message: string): string | null {
  const words = message.toLowerCase();
  return REASONS.find(([text]) => words.includes(text))?.[1] ?? null;
}
