import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** A start with a replay, or a flush after a change of the hashring, takes minutes. */
const LONG_SECONDS = 10 * 60;
/** While a replay gets on it may take so long. */
const REPLAY_SECONDS = 45 * 60;
const PROGRESS_SECONDS = 120;
/** Said with every step of a replay. Source: prometheus tsdb/head.go. */
const REPLAYING = ['wal segment loaded', 'wal checkpoint loaded', 'replaying wal', 'wbl segment loaded'];

/** Whether a Receive runs for long without being ready. */
export const readiness: FindingRule = {
  name: 'receive/readiness',
  look: (context) => context.index.byRole('receive').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const list = context.clusterOf(component).pods;
  if (!list.seen) return unknown('receive-unready-long', component.ref, list.reason);
  const stuck = context
    .pods(component)
    .filter((pod) => !pod.ready && !pod.meta.deletingSince && isLong(context, component, pod));
  const first = stuck[0];
  if (!first) return absent('receive-unready-long', component.ref);
  const minutes = Math.floor(runSeconds(context, component, first) / 60);
  return present('receive-unready-long', component.ref, {
    evidence: [quote(list.source, note('running-unready', { pod: first.meta.name, minutes }))],
    since: first.readySince,
    facts: { minutes, pod: first.meta.name, pods: stuck.length },
  });
}

const runSeconds = (context: FindingContext, component: Component, pod: Pod): number =>
  ageSeconds(context, pod.containers.find(({ name }) => name === component.container)?.runningSince) ?? 0;

function isLong(context: FindingContext, component: Component, pod: Pod): boolean {
  const seconds = runSeconds(context, component, pod);
  return seconds >= (isReplaying(context, component, pod) ? REPLAY_SECONDS : LONG_SECONDS);
}

function isReplaying(context: FindingContext, component: Component, pod: Pod): boolean {
  const own = context.logs(component, 'current').find((log) => log.pod.meta.name === pod.meta.name);
  return (own?.lines ?? []).some(({ at, message }) => {
    const age = ageSeconds(context, at);
    return (
      age !== null &&
      age <= PROGRESS_SECONDS &&
      REPLAYING.some((words) => message.toLowerCase().includes(words))
    );
  });
}
