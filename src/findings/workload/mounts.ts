import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';

/** Events older than this are of something that is over; the kubelet repeats them every two minutes. */
const EVENT_SECONDS = 600;
/** Reasons for which a container waits while its pod has no volumes or variables. */
const WAITING = ['ContainerCreating', 'PodInitializing', 'CreateContainerConfigError'];

/**
 * What the kubelet says of an object or key that is not there. Source: kubernetes pkg/kubelet/kubelet_pods.go,
 * pkg/volume/configmap, pkg/volume/secret.
 */
const ABSENT: readonly RegExp[] = [
  /\b(configmap|secret)s? "([^"\s]{1,253})" not found/i,
  /couldn't find key (\S{1,253}) in (ConfigMap|Secret) (\S{1,507})/i,
  /references non-existent (config|secret) key: (\S{1,253})/i,
];

/** Whether a pod waits for a Secret or ConfigMap that is not there. */
export const mounts: FindingRule = {
  name: 'workload/mounts',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const list = context.clusterOf(component).pods;
  if (!list.seen) return unknown('config-object-absent', component.ref, list.reason);
  const waiting = context.pods(component).filter(isWaiting);
  for (const pod of waiting) {
    for (const { words, source, at } of wordsOn(context, component, pod, list.source)) {
      const object = objectOf(words);
      if (object === null) continue;
      const change = templateChange(context, component);
      return present('config-object-absent', component.ref, {
        evidence: [quote(source, note('pod-says', { pod: pod.meta.name, words }))],
        facts: { object, pod: pod.meta.name, isTemplate: change ? 1 : 0 },
        since: pod.meta.createdAt ?? at,
        change,
      });
    }
  }
  const { events } = context.clusterOf(component);
  // A pod that waits tells why in its events only.
  const [mute] = waiting;
  return mute && !events.seen
    ? unknown('config-object-absent', component.ref, events.reason, [
        quote(list.source, note('pod-says', { pod: mute.meta.name, words: waitingFor(mute) })),
      ])
    : absent('config-object-absent', component.ref);
}

const isWaiting = (pod: Pod): boolean =>
  !pod.ready &&
  pod.meta.deletingSince === null &&
  pod.containers.some(({ waiting }) => waiting !== null && WAITING.includes(waiting.reason));

const waitingFor = ({ containers }: Pod): string =>
  containers.flatMap(({ waiting }) => waiting?.reason ?? [])[0] ?? '';

function wordsOn(context: FindingContext, component: Component, pod: Pod, source: Source) {
  const { events, namespaceEvents } = context.clusterOf(component);
  const looks = [events, namespaceEvents.get(component.ref.namespace ?? '')];
  const said = looks.flatMap((look) =>
    seenOr(look, []).flatMap(({ object, message, lastAt }) => {
      const age = ageSeconds(context, lastAt);
      const isOfPod =
        object.kind === 'Pod' && object.name === pod.meta.name && object.namespace === pod.meta.namespace;
      return look?.seen && isOfPod && (age === null || age < EVENT_SECONDS)
        ? [{ words: message, source: look.source, at: lastAt }]
        : [];
    }),
  );
  const own = pod.containers.flatMap(({ waiting }) =>
    waiting?.message ? [{ words: waiting.message, source, at: null }] : [],
  );
  return [...own, ...said];
}

/** What is not there, as people call it: `Secret objstore`, `ConfigMap ns/x: key y`. */
export function objectOf(words: string): string | null {
  const [named, keyed, unkeyed] = ABSENT.map((pattern) => pattern.exec(words));
  if (named) return `${kindOf(named[1] ?? '')} ${named[2]}`;
  if (keyed) return `${kindOf(keyed[2] ?? '')} ${keyed[3]}: key ${keyed[1]}`;
  if (unkeyed) return `${unkeyed[1]?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap'} key ${unkeyed[2]}`;
  return null;
}

const kindOf = (word: string) => (word.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap');
