import type { ContainerStatus, Pod, Termination } from '../../evidence/kubernetes/pods.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note, type Words } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { largestSeries } from '../shared/largest-series.ts';
import { lastMatch } from '../shared/log-texts.ts';
import { isReplaying } from '../shared/replay.ts';

const IMAGE_REASONS = [
  'ImagePullBackOff',
  'ErrImagePull',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
];

/** A container that runs and is ready again counts as crashing for at least and at most this long. */
const MIN_RECENT_SECONDS = 30;
const MAX_RECENT_SECONDS = 900;
/** A memory limit that was hit will be hit again: even the first kill is told for this long. */
const OOM_RECENT_SECONDS = 300;

/** What the kubelet says of a component's containers: image, crashes, memory. */
export const containers: FindingRule = {
  name: 'workload/containers',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role !== 'config-reloader')
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const list = context.clusterOf(component).pods;
  if (!list.seen) {
    const types = ['image-pull-failing', 'container-crashing', 'container-oom-killed'] as const;
    return types.map((type) => unknown(type, component.ref, list.reason));
  }
  const statuses = context.pods(component).flatMap((pod) => {
    const status = pod.containers.find(({ name }) => name === component.container);
    return status ? [{ pod, status }] : [];
  });
  const change = templateChange(context, component);
  const image = statuses.find(({ status }) => IMAGE_REASONS.includes(status.waiting?.reason ?? ''));
  const crashes = statuses.flatMap(({ pod, status }) => {
    const crash = crashOf(context, pod, status);
    return crash ? [{ pod, status, crash }] : [];
  });
  const crash = crashes[0];
  const oom = crashes.find((candidate) => candidate.crash.reason === 'OOMKilled');
  const result = (
    type: Finding['type'],
    hit: { pod: Pod } | undefined,
    words: Words,
    facts: Finding['facts'],
    since: string | null,
  ) =>
    hit
      ? present(type, component.ref, {
          evidence: [
            quote(list.source, note('pod-says', { pod: hit.pod.meta.name, words })),
            ...(type === 'container-oom-killed' ? largestSeries(context, [component]) : []),
          ],
          facts,
          since,
          change,
        })
      : absent(type, component.ref);
  return [
    result(
      'image-pull-failing',
      image,
      `${image?.status.waiting?.reason}: ${image?.status.waiting?.message || component.image}`,
      {
        image: component.image,
        reason: image?.status.waiting?.reason ?? '',
        pod: image?.pod.meta.name ?? '',
      },
      image?.pod.meta.createdAt ?? null,
    ),
    result(
      'container-crashing',
      crash,
      note('container-crashed', {
        ...{ reason: crash?.crash.reason ?? '–', code: crash?.crash.exitCode ?? '–' },
        restarts: crash?.status.restarts ?? '–',
      }),
      { exitCode: crash?.crash.exitCode ?? 0, restarts: crash?.status.restarts ?? 0 },
      crash?.crash.finishedAt ?? null,
    ),
    result(
      'container-oom-killed',
      oom,
      note('container-killed', {
        ...{ code: oom?.crash.exitCode ?? '–', restarts: oom?.status.restarts ?? '–' },
        limit: limitOf(context, component),
      }),
      {
        limit: limitOf(context, component),
        restarts: oom?.status.restarts ?? 0,
        grew: oom ? grewAt(context, component, oom) : '',
      },
      oom?.crash.finishedAt ?? null,
    ),
  ];
}

/** The way a container ended, if it keeps ending: not what it survived long ago. */
function crashOf(context: FindingContext, pod: Pod, status: ContainerStatus): Termination | null {
  if (pod.meta.deletingSince) return null;
  const ended = status.terminated ?? status.lastTermination;
  if (!ended || (ended.exitCode === 0 && ended.reason !== 'OOMKilled')) return null;
  if (!status.ready) return ended;
  // It runs and is ready: the next end is due if it lasted as long as its runs did on average.
  const age = ageSeconds(context, ended.finishedAt);
  if (ended.reason === 'OOMKilled' && age !== null && age < OOM_RECENT_SECONDS) return ended;
  const life = (Date.parse(ended.finishedAt ?? '') - Date.parse(pod.meta.createdAt ?? '')) / 1000;
  if (age === null || Number.isNaN(life) || status.restarts < 2) return null;
  const due = Math.max(MIN_RECENT_SECONDS, (2 * life) / status.restarts);
  return age < Math.min(due, MAX_RECENT_SECONDS) ? ended : null;
}

/** A process that is killed so soon after its start never had enough for its work. */
const AT_ONCE_SECONDS = 20;
/** Said at the next start of what ran when it was killed. Source: prometheus promql/query_logger.go. */
const QUERIES_RAN = ["these queries didn't finish"];

/** What grew until the limit was hit, as far as the logs of its runs tell. */
function grewAt(
  context: FindingContext,
  component: Component,
  { pod, crash }: { pod: Pod; crash: Termination },
): string {
  const lines = (run: 'current' | 'previous') =>
    context.logs(component, run).find((log) => log.pod === pod)?.lines ?? [];
  if (isReplaying(lines('previous'))) return 'wal-replay';
  if (lastMatch([...lines('current'), ...lines('previous')], QUERIES_RAN)) return 'query';
  const life = (Date.parse(crash.finishedAt ?? '') - Date.parse(crash.startedAt ?? '')) / 1000;
  return life <= AT_ONCE_SECONDS ? 'limit-too-small' : '';
}

const limitOf = (context: FindingContext, component: Component): string =>
  context.container(component)?.memoryLimit ?? '–';
