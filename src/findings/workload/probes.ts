import type { ContainerStatus, Pod } from '../../evidence/kubernetes/pods.ts';
import type { LogLine } from '../../evidence/logs.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { isReplaying } from '../shared/replay.ts';
import { STARTING_SECONDS } from './readiness.ts';

/** Events of probes older than this are of a start that is over. */
const EVENT_SECONDS = 300;
/** Reading a WAL takes its time: so long it is no fault that the process is not ready. */
const REPLAY_SECONDS = 900;
/** How a process ends that the kubelet ends: by signal, or by itself when asked to. */
const ENDED_BY_KUBELET = [0, 137, 143];

/** Whether a process runs and its probe does not pass. What is never looked for is no finding. */
export const probes: FindingRule = {
  name: 'workload/probes',
  look: (context) =>
    context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const list = context.clusterOf(component).pods;
  if (!list.seen) return [unknown('probe-unpassed', component.ref, list.reason)];
  for (const pod of context.pods(component)) {
    const status = pod.containers.find(({ name }) => name === component.container);
    if (!status || status.ready || pod.meta.deletingSince || pod.phase !== 'Running') continue;
    const said = lastWords(context, component, pod);
    if (!isRunning(context, component, pod, status) && !isEndedByProbe(status, said?.words)) continue;
    const words = said ? said.words : note('runs-unready', {});
    const change = templateChange(context, component);
    return [
      present('probe-unpassed', component.ref, {
        evidence: [quote(said?.source ?? list.source, note('pod-says', { pod: pod.meta.name, words }))],
        facts: {
          words: said ? tellingWords(said.words) : words,
          ...{ probe: probeOf(said?.words ?? ''), pod: pod.meta.name },
          isTemplate: change ? 1 : 0,
        },
        since: pod.readySince,
        change,
      }),
    ];
  }
  return [];
}

/** It runs long enough to be ready, and has nothing to read first. */
function isRunning(
  context: FindingContext,
  component: Component,
  pod: Pod,
  status: ContainerStatus,
): boolean {
  const age = ageSeconds(context, status.runningSince);
  const hasProbe = context.container(component)?.hasReadinessProbe ?? false;
  if (!hasProbe || age === null || age <= STARTING_SECONDS) return false;
  // One that ended of late for reasons of its own is on its way to the next end.
  const ended = ageSeconds(context, status.lastTermination?.finishedAt);
  if (ended !== null && ended < EVENT_SECONDS) return false;
  return !(age < REPLAY_SECONDS && isReplaying(linesOf(context, component, pod)));
}

/** Its liveness or startup probe ended it: not the process itself, nor the kernel. */
function isEndedByProbe(status: ContainerStatus, words: string | undefined): boolean {
  const ended = status.terminated ?? status.lastTermination;
  return (
    ended !== null &&
    ended.reason !== 'OOMKilled' &&
    ENDED_BY_KUBELET.includes(ended.exitCode) &&
    ['liveness', 'startup'].includes(probeOf(words ?? ''))
  );
}

function linesOf(context: FindingContext, component: Component, pod: Pod): readonly LogLine[] {
  return context.logs(component, 'current').find((log) => log.pod === pod)?.lines ?? [];
}

/** The last event of a probe. Source: kubernetes pkg/kubelet/prober/prober.go (`Readiness probe failed: …`). */
function lastWords(
  context: FindingContext,
  component: Component,
  pod: Pod,
): { words: string; source: Source } | null {
  const { events } = context.clusterOf(component);
  const found = seenOr(events, [])
    .filter(
      ({ object, reason, lastAt }) =>
        object.kind === 'Pod' &&
        object.name === pod.meta.name &&
        object.namespace === pod.meta.namespace &&
        reason === 'Unhealthy' &&
        (ageSeconds(context, lastAt) ?? 0) < EVENT_SECONDS,
    )
    .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1))
    // A liveness or startup probe that fails tells more than the readiness probe beside it.
    .sort((a, b) => Number(isReadiness(a.message)) - Number(isReadiness(b.message)))[0];
  return found && events.seen ? { words: found.message, source: events.source } : null;
}

const isReadiness = (message: string) => probeOf(message) === 'readiness';

const probeOf = (words: string): string =>
  /^(readiness|liveness|startup) probe/i.exec(words)?.[1]?.toLowerCase() ?? 'readiness';
