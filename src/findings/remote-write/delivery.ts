import type { LogLine } from '../../evidence/logs.ts';
import type { Source } from '../../evidence/look.ts';
import { LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component, Link } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { LinkRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, timeOf, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { configChange, recent } from '../shared/changes.ts';
import {
  saysAnswered,
  saysDropped,
  saysLate,
  saysLookupLost,
  saysNotThere,
  saysRefused,
} from '../shared/dials.ts';
import { type QueueState, queuesOf } from '../shared/queues.ts';
import { failedBatches } from '../shared/said.ts';
import type { FindingType } from '../types.generated.ts';

/** A failed batch is said again within a minute (the log drops repeats), or not before a queue was resharded. */
const RECENT_SECONDS = 300;

/** Whether each writer's samples arrive, by its own measure, and what the other side said if not. */
export const delivery: FindingRule = {
  name: 'remote-write/delivery',
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
  const states = queuesOf(context, client).filter(({ queue }) => queue.url === link.address?.url);
  if (states.length === 0) {
    const blind = context.metrics(client).find(({ look: metrics }) => !metrics.seen)?.look;
    return blind && !blind.seen ? [unknown('remote-write-failing', subject, blind.reason)] : [];
  }
  const behind = states.filter(({ lag }) => lag !== null && lag > LAG_SECONDS);
  const worst = behind.sort((a, b) => (b.lag ?? 0) - (a.lag ?? 0))[0];
  if (!worst)
    return [absent('remote-write-failing', subject, { facts: { lag: Math.round(states[0]?.lag ?? 0) } })];
  const since = sinceOf(context, worst);
  const failure = lastFailure(context, client, worst.queue.name, since);
  const failing = present('remote-write-failing', subject, {
    evidence: [
      quote(worst.source, describe(worst)),
      ...(failure ? [quote(failure.source, failure.line.raw)] : []),
    ],
    since,
    facts: {
      lag: Math.round(worst.lag ?? 0),
      pending: worst.queue.pending,
      url: worst.queue.url,
      error: failure?.line.message ?? '',
    },
  });
  return [failing, ...(failure ? toldBy(context, client, link, failure, worst) : [])];
}

function describe({ queue, lag }: QueueState): Note {
  const { url, pending, retriedTotal: retried, failedTotal: failed } = queue;
  return queue.newestSent > 0
    ? note('queue-failing', { url, pending, retried, failed, seconds: Math.round(lag ?? 0) })
    : note('queue-never-sent', { url, pending, retried, failed });
}

/**
 * The newest sample that was sent tells since when nothing is. A queue that is new, by a start or by a reload of its
 * configuration, has sent none: nothing is sent since then.
 */
export function sinceOf(context: FindingContext, { queue, uptime, reloadedAt }: QueueState): string | null {
  if (queue.newestSent > 0) return timeOf(queue.newestSent * 1000);
  const started = uptime === null ? null : context.now / 1000 - uptime;
  const since = Math.max(started ?? 0, reloadedAt ?? 0);
  return since > 0 ? timeOf(since * 1000) : null;
}

/**
 * The last thing that the log says of this queue's batches, if it is recent. That a deadline passed says less than what
 * a dial or a lookup said earlier in the same outage: it got no answer either.
 */
export function lastFailure(
  context: FindingContext,
  client: Component,
  queue: string,
  since: string | null = null,
): { line: LogLine; source: Source } | null {
  for (const { source, lines } of failedBatches(context, client)) {
    const own = lines.filter(
      ({ at, fields, raw }) =>
        (fields.remote_name === undefined || fields.remote_name === queue) &&
        (ageSeconds(context, at) ?? RECENT_SECONDS) < RECENT_SECONDS &&
        // What is under way when a queue is resharded or stopped is given up: that says nothing of the far end.
        !raw.includes('context canceled'),
    );
    const last = own.at(-1);
    if (!last) continue;
    const telling = own.findLast(
      ({ at, message }) =>
        since !== null && (at ?? '') >= since && (saysDropped(message) || saysLookupLost(message)),
    );
    return { line: (saysLate(last.message) && telling) || last, source };
  }
  return null;
}

/** What a change breaks it breaks at once: until the file is seen in the pod and read, some two minutes pass. */
const AT_ONCE_MS = 180_000;

/** What the words of the failure say beyond that it failed. */
function toldBy(
  context: FindingContext,
  client: Component,
  link: Link,
  { line, source }: { line: LogLine; source: Source },
  state: QueueState,
): Finding[] {
  const { message } = line;
  const subject = linkRef(context, client, link);
  const since = sinceOf(context, state);
  const change = recent(context, configChange(context, client));
  const details = {
    evidence: [quote(source, line.raw)],
    since,
    // After an older one samples still went through.
    change: change && since && Date.parse(since) - Date.parse(change.at) > AT_ONCE_MS ? null : change,
    facts: { error: message.slice(0, 200), url: state.queue.url, worked: hasWorked([state]) },
  };
  const say = (type: FindingType) => [present(type, subject, details)];
  const said = new Set(context.scan(line.raw).map(({ type }) => type));
  if (saysNotThere(message) || said.has('remote-write-not-found')) return say('remote-write-not-found');
  // Somebody answered: what follows are the words of the far end, about its own neighbours. One that can be seen is
  // asked itself.
  if (saysAnswered(message))
    return typeof link.to !== 'string' && said.has('quorum-unreached') ? say('quorum-unreached') : [];
  const lookup = message.includes('lookup ');
  if (lookup && message.includes('no such host')) return say('name-unknown');
  if (lookup) return []; // DNS gave no answer: that is a finding about DNS.
  return saysRefused(message) ? say('remote-write-refused') : [];
}

/** 1 where samples went through since the writer started: tried, and neither failed, tried again, nor still under way. */
export const hasWorked = (states: readonly QueueState[]): 0 | 1 =>
  states.some(
    ({ queue: { sentTotal, failedTotal, retriedTotal, pending } }) =>
      sentTotal > failedTotal + retriedTotal + pending,
  )
    ? 1
    : 0;

export function linkRef(context: FindingContext, client: Component, link: Link): LinkRef {
  const server = typeof link.to === 'string' ? context.index.component(link.to)?.ref : link.to;
  const host = link.address?.host ?? '';
  return { type: 'link', kind: link.kind, from: client.ref, to: server ?? { type: 'external', host } };
}
