import { seenOr } from '../../evidence/look.ts';
import { LAG_SECONDS } from '../../evidence/remote-write.ts';
import type { Component, Link } from '../../fleet/fleet.ts';
import { WRITERS } from '../../fleet/roles.ts';
import type { LinkRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact, recent } from '../shared/changes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { type QueueState, queuesOf } from '../shared/queues.ts';
import { failedBatches, type Repeated, saidLately } from '../shared/said.ts';
import type { FindingType } from '../types.generated.ts';
import { hasWorked, linkRef } from './delivery.ts';

/** Why a receiver that keeps samples refuses some: a writer is told all four as a conflict. */
const CONFLICTS = [
  'remote-write-labels-refused',
  'remote-write-out-of-order',
  'remote-write-out-of-bounds',
  'remote-write-duplicate-samples',
] as const satisfies FindingType[];

const ANSWERS = [
  'remote-write-unauthorized',
  'remote-write-rate-limited',
  'remote-write-protocol-refused',
  'remote-write-not-found',
  'remote-write-conflict',
  ...CONFLICTS,
] as const satisfies FindingType[];

type Answered = (typeof ANSWERS)[number];

/** What a writer was told, and the words of a Receive where these say what that means. */
interface Held {
  type: Answered;
  one: Repeated;
  told?: Repeated;
}

const ALL: ReadonlySet<Answered> = new Set(ANSWERS);
const OF_RECEIVE: ReadonlySet<(typeof CONFLICTS)[number]> = new Set(CONFLICTS);

/** One refused batch is chance: the end of a restart, or of an outage. */
const TIMES = 2;
/** One batch goes to all Receives at once, and each says so: only what is said again later is another. */
const APART_MS = 10_000;
/** What goes on was said so lately (the writer says the same words once a minute). */
const RECENT_SECONDS = 180;

/**
 * What the far end answers to a writer's batches. A batch that is refused for good counts as sent: the lag does not
 * tell, only the counter of failed samples and the log do (prometheus storage/remote/queue_manager.go).
 */
export const answers: FindingRule = {
  name: 'remote-write/answers',
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
  const [state] = states;
  if (!state) return [];
  const failures = states.reduce((sum, { queue }) => sum + queue.failedTotal + queue.retriedTotal, 0);
  if (failures === 0) return [absent('remote-write-rejected', subject)];
  if (context.logs(client, 'current').length === 0) return blind(context, client, subject, states);
  const said = new Map(states.flatMap(({ queue }) => [...saidLately(context, client, ALL, queue.name)]));
  // A queue that is behind is told by the rule that looks at delivery.
  if (states.some(({ lag }) => (lag ?? 0) > LAG_SECONDS)) said.delete('remote-write-not-found');
  const held = new Map(
    [...said].filter(
      ([type, one]) => goesOn(context, one) || (isConflict(type) && isRepeatedBy(context, link, one)),
    ),
  );
  if (held.size === 0) {
    // Whether what was said once goes on, only the far end could tell.
    const told = [...said.values()].find(({ line }) => (ageSeconds(context, line.at) ?? 0) <= RECENT_SECONDS);
    if (told && receivesOf(context, link).length === 0)
      return [unknown('remote-write-rejected', subject, 'out-of-scope', [quote(told.source, told.line.raw)])];
    return states.slice(0, 1).flatMap(({ queue }) => otherwiseRefused(context, client, link, queue.name));
  }
  // What the writer said once need not be what goes on: which conflict that is, the Receives say.
  const own = [...held].flatMap(([type, one]): Held[] =>
    type === 'remote-write-conflict' || !goesOn(context, one)
      ? ofConflict(context, link, one)
      : [{ type, one }],
  );
  // Who finds nothing at its address says so itself: of what is kept and refused there is nothing to tell.
  const first = own.find(({ type }) => type !== 'remote-write-not-found');
  return [
    ...own.map(({ type, one, told }) => {
      const details = detailsOf(context, client, one, link);
      const words = told ? [quote(told.source, told.line.raw)] : [];
      return present(type, subject, { ...details, evidence: [...details.evidence, ...words] });
    }),
    ...(first && isDropped(first.type, first.one)
      ? [present('remote-write-rejected', subject, detailsOf(context, client, first.one, link))]
      : []),
  ];
}

/** Batches that are given up with words that no kind of finding knows. */
function otherwiseRefused(context: FindingContext, client: Component, link: Link, queue: string): Finding[] {
  const subject = linkRef(context, client, link);
  for (const { source, lines } of failedBatches(context, client)) {
    const given = lines.filter(({ at, message, fields }) => {
      const words = message.toLowerCase();
      const isOwn = (fields.remote_name ?? queue) === queue;
      // A queue that is stopped or resharded cancels what is under way.
      const isRefused = words.includes('non-recoverable error') && !words.includes('context canceled');
      return isOwn && isRefused && (ageSeconds(context, at) ?? RECENT_SECONDS + 1) <= RECENT_SECONDS;
    });
    const [first] = given;
    const line = given.at(-1);
    if (first && line && given.length >= TIMES) {
      const one = { line, source, since: first.at, count: given.length };
      // Its words were read: they are none of those that are known.
      return [
        present('remote-write-rejected', subject, detailsOf(context, client, one, link)),
        ...ANSWERS.map((type) => absent(type, subject)),
      ];
    }
  }
  return [absent('remote-write-rejected', subject)];
}

/** Nothing tells the answers: the log could not be read. Samples that were given up may still be so, for all we know. */
function blind(
  context: FindingContext,
  client: Component,
  subject: LinkRef,
  states: readonly QueueState[],
): Finding[] {
  const logs = [...context.clusterOf(client).logs].filter(([key]) =>
    client.pods.some((pod) => key.startsWith(`${client.ref.namespace}/${pod}/`)),
  );
  const unseen = logs.find(([, one]) => !one.seen)?.[1];
  if (!unseen || unseen.seen) return [];
  const given = states.flatMap(({ queue, source }) =>
    queue.failedTotal > 0
      ? [quote(source, note('queue-refused', { url: queue.url, failed: queue.failedTotal }))]
      : [],
  );
  return [unknown('remote-write-rejected', subject, unseen.reason, given)];
}

const goesOn = (context: FindingContext, { line, count }: Repeated): boolean =>
  count >= TIMES && (ageSeconds(context, line.at) ?? Number.POSITIVE_INFINITY) <= RECENT_SECONDS;

const isConflict = (type: Answered): boolean =>
  type === 'remote-write-conflict' || (OF_RECEIVE as ReadonlySet<string>).has(type);

/** The writer says the same words once a minute: meanwhile the Receives tell, each time, that it goes on. */
function isRepeatedBy(context: FindingContext, link: Link, { line }: Repeated): boolean {
  if ((ageSeconds(context, line.at) ?? Number.POSITIVE_INFINITY) > RECENT_SECONDS) return false;
  return receivesOf(context, link).some((receive) =>
    [...saidLately(context, receive, OF_RECEIVE).values()].some((said) => isSaidOfMany(context, said)),
  );
}

/** Whether a Receive says it of one batch after the other. */
function isSaidOfMany(context: FindingContext, said: Repeated): boolean {
  const lasted = Date.parse(said.line.at ?? '') - Date.parse(said.since ?? '');
  return goesOn(context, said) && lasted >= APART_MS;
}

/** Behind a router stand the Receives that keep the samples. */
function receivesOf(context: FindingContext, link: Link): readonly Component[] {
  const server = typeof link.to === 'string' ? context.index.component(link.to) : undefined;
  return server ? context.index.byRole('receive', server.ref.cluster) : [];
}

/** Whether the batch is given up; one that is tried again is only late. */
const isDropped = (type: Answered, { line }: Repeated): boolean =>
  type !== 'remote-write-rate-limited' || !line.message.toLowerCase().includes('retrying');

function detailsOf(
  context: FindingContext,
  client: Component,
  { line, source, since }: Repeated,
  link: Link,
) {
  return {
    evidence: [quote(source, line.raw)],
    since,
    change: recent(context, configChange(context, client)),
    facts: {
      error: tellingWords(line.message),
      words: tellingWords(line.message),
      url: link.address?.url ?? '',
      worked: hasWorked(queuesOf(context, client).filter(({ queue }) => queue.url === link.address?.url)),
      ...configMapFact(context, client),
    },
  };
}

/** A conflict that says no more: the log of the Receives tells which it is, or else their counters. */
function ofConflict(context: FindingContext, link: Link, one: Repeated): Held[] {
  const receives = receivesOf(context, link);
  const said = receives.flatMap((receive) => [...saidLately(context, receive, OF_RECEIVE)]);
  const lasting = said.filter(([, words]) => isSaidOfMany(context, words));
  const told = new Map(lasting.length > 0 ? lasting : said);
  if (told.size > 0) return [...told].map(([type, words]) => ({ type, one, told: words }));
  const counted = countedBy(context, receives);
  return [{ type: counted ?? 'remote-write-conflict', one }];
}

/** The one kind of refusal that the Receives have counted since they started, where it is only one. */
function countedBy(
  context: FindingContext,
  receives: readonly Component[],
): (typeof CONFLICTS)[number] | null {
  const total = (name: string) =>
    receives
      .flatMap((receive) => context.metrics(receive))
      .reduce((sum, { look: metrics }) => sum + (seenOr(metrics, null)?.sum(name) ?? 0), 0);
  const order = total('prometheus_tsdb_out_of_order_samples_total');
  const bounds =
    total('prometheus_tsdb_out_of_bound_samples_total') + total('prometheus_tsdb_too_old_samples_total');
  if (order > 0 && bounds === 0) return 'remote-write-out-of-order';
  return bounds > 0 && order === 0 ? 'remote-write-out-of-bounds' : null;
}
