import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { seenOr } from '../../evidence/look.ts';
import { ageSeconds, type FindingContext } from '../context.ts';
import { type Finding, type Quote, quote } from '../finding.ts';
import { note, type Words } from '../notes.ts';
import type { FindingType } from '../types.generated.ts';
import { tellingWords } from './log-texts.ts';

/** The kubelet repeats what it says of a probe at least so often. */
const EVENT_SECONDS = 300;
/** Reasons of the kubelet for which no image comes (kubernetes pkg/kubelet/images/types.go). */
const IMAGE_REASONS = ['ImagePullBackOff', 'ErrImagePull', 'InvalidImageName', 'ErrImageNeverPull'];

/** What keeps an application's pod from being ready, as one of the findings that name a cause of it. */
export interface Kept {
  type: FindingType;
  evidence: Quote;
  facts: Finding['facts'];
}

/**
 * Why an application that is scraped is not ready, where its pods or their events say so; `null` where only that it is not
 * could be seen. Parts of the pipeline have rules of their own, which look deeper.
 */
export function keptUnready(context: FindingContext, cluster: string, pods: readonly Pod[]): Kept | null {
  const found = pods.flatMap((pod) => ofStatus(context, cluster, pod) ?? []);
  return found[0] ?? pods.flatMap((pod) => ofProbe(context, cluster, pod) ?? [])[0] ?? null;
}

function ofStatus(context: FindingContext, cluster: string, pod: Pod): Kept | null {
  const look = context.cluster(cluster)?.pods;
  if (!look?.seen) return null;
  const told = (type: FindingType, words: Words, facts: Finding['facts']): Kept => ({
    type,
    evidence: quote(look.source, note('pod-says', { pod: pod.meta.name, words })),
    facts: { pod: pod.meta.name, ...facts },
  });
  if (pod.unschedulable)
    return told('pod-unschedulable', pod.unschedulable, { words: tellingWords(pod.unschedulable) });
  for (const { name, waiting, lastTermination, restarts } of pod.containers) {
    const image = pod.spec.containers.find((container) => container.name === name)?.image ?? '';
    const reason = waiting?.reason ?? '';
    if (IMAGE_REASONS.includes(reason))
      return told('image-pull-failing', `${reason}: ${waiting?.message || image}`, { image, reason });
    if (lastTermination?.reason === 'OOMKilled') {
      const { memoryLimit } = pod.spec.containers.find((container) => container.name === name) ?? {};
      const limit = memoryLimit ?? '–';
      return told(
        'container-oom-killed',
        note('container-killed', { code: lastTermination.exitCode, restarts, limit }),
        { limit },
      );
    }
  }
  return null;
}

function ofProbe(context: FindingContext, cluster: string, pod: Pod): Kept | null {
  const events = context.cluster(cluster)?.events;
  if (!events?.seen) return null;
  const [last] = seenOr(events, [])
    .filter(
      ({ object, reason, lastAt }) =>
        object.kind === 'Pod' &&
        object.name === pod.meta.name &&
        object.namespace === pod.meta.namespace &&
        reason === 'Unhealthy' &&
        (ageSeconds(context, lastAt) ?? 0) < EVENT_SECONDS,
    )
    .toSorted((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1));
  if (!last) return null;
  const probe = /^(readiness|liveness|startup) probe/i.exec(last.message)?.[1]?.toLowerCase() ?? 'readiness';
  return {
    type: 'probe-unpassed',
    evidence: quote(events.source, note('pod-says', { pod: pod.meta.name, words: last.message })),
    facts: { pod: pod.meta.name, words: tellingWords(last.message), probe, isTemplate: 0 },
  };
}
