import { batchSeconds, LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component, Link } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { LinkRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact, recent } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { type QueueState, queuesOf } from '../shared/queues.ts';
import { failedBatches, hasLogs, saidLately } from '../shared/said.ts';
import { linkRef } from './delivery.ts';

/** A batch that takes longer than this is slow (the seeds and the field take the same limit for its p99). */
const SLOW_SECONDS = 1;
/** A writer gathers a batch for so long (`batch_send_deadline`): one that keeps up though each takes longer is near its end. */
const LONGER_THAN_GATHERING_SECONDS = 5;
/** A failed batch is said again within a minute. */
const RECENT_SECONDS = 180;

const SLOW = new Set(['remote-write-slow'] as const);

/**
 * Why a writer falls behind though nothing refuses it: the far end is slow, or it answers in good time and the writer
 * may not use as many shards as it would need.
 */
export const speed: FindingRule = {
  name: 'remote-write/speed',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => WRITERS.includes(role))
      .flatMap((component) =>
        context.index
          .linksFrom(component.key, 'remote-write')
          .flatMap((link) => look(context, component, link)),
      ),
};

function look(context: FindingContext, client: Component, link: Link): Finding[] {
  const subject = linkRef(context, client, link);
  const own = queuesOf(context, client).filter(({ queue }) => queue.url === link.address?.url);
  const [state] = own
    .filter(({ lag }) => lag !== null && lag > LAG_SECONDS)
    .sort((a, b) => (b.lag ?? 0) - (a.lag ?? 0));
  if (!state) return own.flatMap((one) => keepingUp(context, client, subject, one)).slice(0, 1);
  const { queue, source } = state;
  const lag = state.lag ?? 0;
  const seconds = batchSeconds(queue, lag);
  const late = saidLately(context, client, SLOW, queue.name).get('remote-write-slow');
  const failed = lastFailureAge(context, client, state) <= RECENT_SECONDS;
  const isSlow = late !== undefined || (!failed && seconds !== null && seconds >= SLOW_SECONDS);
  const isBound = queue.shardsMax > 0 && queue.shardsDesired > queue.shardsMax;
  // Too few shards, or batches that take too long: without the time of a batch nobody can tell.
  if (isBound && !late && !failed && seconds === null)
    return [
      unknown('remote-write-slow', subject, 'not-found'),
      unknown('remote-write-shards-limit', subject, 'not-found'),
    ];
  const details = {
    change: recent(context, configChange(context, client)),
    facts: {
      lag: Math.round(lag),
      pending: queue.pending,
      url: queue.url,
      desired: Math.ceil(queue.shardsDesired),
      max: queue.shardsMax,
      seconds: seconds === null ? '' : seconds.toFixed(1),
      error: late
        ? tellingWords(late.line.message)
        : note('batch-takes', { seconds: seconds?.toFixed(1) ?? '?', samples: queue.batchSize }),
      ...configMapFact(context, client),
    },
  };
  const words = note('queue-shards', {
    ...{ url: queue.url, desired: queue.shardsDesired.toFixed(1), shards: queue.shards },
    ...{ most: queue.shardsMax, pending: queue.pending, seconds: Math.round(lag) },
  });
  return [
    isSlow
      ? present('remote-write-slow', subject, {
          evidence: [quote(source, words), ...(late ? [quote(late.source, late.line.raw)] : [])],
          ...details,
        })
      : hasLogs(context, client)
        ? absent('remote-write-slow', subject, { facts: details.facts })
        : unknown('remote-write-slow', subject, 'not-found'),
    isBound && !isSlow && !failed
      ? present('remote-write-shards-limit', subject, { evidence: [quote(source, words)], ...details })
      : absent('remote-write-shards-limit', subject, { facts: details.facts }),
  ];
}

/** One that keeps up by as many shards as it takes, each of which waits. */
function keepingUp(
  context: FindingContext,
  client: Component,
  subject: LinkRef,
  state: QueueState,
): Finding[] {
  const { queue, source, lag } = state;
  const seconds = lag === null ? null : batchSeconds(queue, lag);
  if (seconds === null || seconds < LONGER_THAN_GATHERING_SECONDS) return [];
  // Failed sends take their time as well.
  if (lastFailureAge(context, client, state) <= RECENT_SECONDS) return [];
  const words = note('queue-batches', {
    ...{ url: queue.url, desired: queue.shardsDesired.toFixed(1), rate: (queue.inRate ?? 0).toFixed(0) },
    ...{ batch: (queue.meanBatch ?? 0).toFixed(0), seconds: seconds.toFixed(1) },
  });
  return [
    present('remote-write-slow', subject, {
      evidence: [quote(source, words)],
      change: recent(context, configChange(context, client)),
      facts: {
        ...{ lag: Math.round(lag ?? 0), pending: queue.pending, url: queue.url },
        ...{ desired: Math.ceil(queue.shardsDesired), max: queue.shardsMax, seconds: seconds.toFixed(1) },
        error: note('batch-takes', {
          ...{ seconds: seconds.toFixed(1), samples: Math.round(queue.meanBatch ?? 0) },
        }),
        ...configMapFact(context, client),
      },
    }),
  ];
}

/** Seconds since the log last said that a batch of this queue failed. */
function lastFailureAge(context: FindingContext, client: Component, { queue }: QueueState): number {
  const ages = failedBatches(context, client).map(({ lines }) => {
    const last = lines.findLast(({ fields }) => (fields.remote_name ?? queue.name) === queue.name);
    return ageSeconds(context, last?.at) ?? Number.POSITIVE_INFINITY;
  });
  return Math.min(Number.POSITIVE_INFINITY, ...ages);
}
