import type { SampleAge } from '../../evidence/evidence.ts';
import type { Source } from '../../evidence/look.ts';
import { WRITERS } from '../../fleet/roles.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, timeOf, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { queuesOf } from '../shared/queues.ts';

/** Samples this old are missed whatever the scrape interval; a longer interval allows three of its own. */
const SILENT_SECONDS = 60;
/** An identity without a cluster of ours counts only if it was there for longer than a slip of configuration. */
const ESTABLISHED_SECONDS = 30 * 60;

/** Whether samples of each cluster still arrive, as Query sees it, or as the cluster's own Agents measure. */
export const silence: FindingRule = {
  name: 'cluster/silence',
  look: (context) => {
    const seen = agesInQuery(context);
    const identities = identitiesOf(context, seen);
    const own = context.fleet.clusters.flatMap(({ name }) =>
      look(context, name, identities.get(name) ?? null, seen),
    );
    return [...own, ...strangers(context, new Set(identities.values()), seen)];
  },
};

interface SeenAges {
  /** By identity; `null` for samples without one. */
  ages: ReadonlyMap<string | null, SampleAge>;
  source: Source;
}

/** The ages that a Query knows; of several Queries the youngest. `null` if none answered. */
export function agesInQuery(context: FindingContext): SeenAges | null {
  const looks = [...context.evidence.clusters.values()].flatMap((cluster) => [
    ...cluster.sampleAges.values(),
  ]);
  const answered = looks.filter((look) => look.seen);
  const [first] = answered;
  if (!first) return null;
  const youngest = new Map<string | null, SampleAge>();
  for (const age of answered.flatMap(({ value }) => value)) {
    const known = youngest.get(age.identity);
    if (!known || age.ageSeconds < known.ageSeconds) youngest.set(age.identity, age);
  }
  return { ages: youngest, source: first.source };
}

/** Which identity is whose. A cluster that does not answer may have the only one that nobody else claims. */
export function identitiesOf(context: FindingContext, seen: SeenAges | null): Map<string, string> {
  const known = new Map<string, string>();
  for (const { name, identity } of context.fleet.clusters) if (identity !== null) known.set(name, identity);
  const claimed = new Set(known.values());
  const free = new Set(
    [...(seen?.ages.keys() ?? [])].filter((identity) => identity !== null && !claimed.has(identity)),
  );
  const nameless = context.fleet.clusters.filter(
    ({ name }) => !known.has(name) && !hasWriterConfig(context, name),
  );
  for (const { name } of nameless) if (free.has(name)) known.set(name, name);
  const left = nameless.filter(({ name }) => !known.has(name));
  const named = new Set(known.values());
  const unclaimed = [...free].filter((identity) => identity !== null && !named.has(identity));
  const [cluster] = left;
  const [identity] = unclaimed;
  if (left.length === 1 && unclaimed.length === 1 && cluster && identity != null)
    known.set(cluster.name, identity);
  return known;
}

/** A writer whose configuration could be seen and has no identity label is a case of its own. */
function hasWriterConfig(context: FindingContext, cluster: string): boolean {
  return writersOf(context, cluster).some((writer) => context.prometheusConfig(writer) !== null);
}

const writersOf = (context: FindingContext, cluster: string) =>
  context.index.inCluster(cluster).filter(({ role }) => WRITERS.includes(role) && role !== 'ruler');

function look(
  context: FindingContext,
  name: string,
  identity: string | null,
  seen: SeenAges | null,
): Finding[] {
  const subject = clusterRef(name);
  if (identity !== null && seen) return [byQuery(context, name, identity, seen)];
  const writers = writersOf(context, name);
  if (identity === null && seen && hasWriterConfig(context, name)) {
    const evidence = [quote(seen.source, note('none-labelled', { label: context.fleet.identityLabel }))];
    return [
      present('cluster-silent', subject, { evidence, facts: { cluster: name, age: -1, unlabelled: 1 } }),
    ];
  }
  if (writers.length > 0) {
    const own = byWriters(context, name);
    if (own) return [own];
  }
  const answers = context.cluster(name)?.pods.seen === true;
  // A cluster with no writer at all sends nothing on purpose; one that does not answer cannot be told.
  return answers && writers.length === 0 ? [] : [unknown('cluster-silent', subject, 'unreachable')];
}

function byQuery(context: FindingContext, name: string, identity: string, seen: SeenAges): Finding {
  const subject = clusterRef(name);
  const age = seen.ages.get(identity);
  const facts = { cluster: name, age: age ? Math.round(age.ageSeconds) : -1 };
  const label = context.fleet.identityLabel;
  const words = age
    ? note('last-sample', { label, identity, seconds: facts.age })
    : note('no-sample', { label, identity });
  const evidence = [quote(seen.source, words)];
  if (age && age.ageSeconds <= allowedAge(context, name))
    return absent('cluster-silent', subject, { evidence, facts });
  const since = age ? timeOf(Date.parse(seen.source.at) - age.ageSeconds * 1000) : null;
  return present('cluster-silent', subject, { evidence, facts, since });
}

function allowedAge(context: FindingContext, name: string): number {
  const intervals = writersOf(context, name).map(
    (writer) => context.prometheusConfig(writer)?.config.scrapeIntervalSeconds ?? 0,
  );
  return Math.max(SILENT_SECONDS, 3 * Math.max(0, ...intervals));
}

/** Without a Query, the writers' own queues tell when they last got something through. */
function byWriters(context: FindingContext, name: string): Finding | null {
  const states = writersOf(context, name).flatMap((writer) => queuesOf(context, writer));
  const freshest = states.toSorted((a, b) => (a.lag ?? 0) - (b.lag ?? 0))[0];
  if (!freshest || freshest.lag === null) return null;
  const facts = { cluster: name, age: Math.round(freshest.lag) };
  const evidence = [
    quote(freshest.source, note('queue-behind', { url: freshest.queue.url, seconds: facts.age })),
  ];
  const subject = clusterRef(name);
  if (freshest.lag > allowedAge(context, name))
    return present('cluster-silent', subject, { evidence, facts });
  // What a writer sent need not be there: where there is a Query that did not tell, nobody knows.
  const blind = [...context.evidence.clusters.values()]
    .flatMap(({ sampleAges }) => [...sampleAges.values()])
    .find((look) => !look.seen);
  if (blind && !blind.seen) return unknown('cluster-silent', subject, blind.reason);
  // What is refused for good counts as sent.
  return states.some(({ queue }) => queue.failedTotal > 0)
    ? unknown('cluster-silent', subject, 'not-recorded')
    : absent('cluster-silent', subject, { evidence, facts });
}

/** Identities that fell silent and belong to no cluster that was looked at. */
function strangers(context: FindingContext, claimed: ReadonlySet<string>, seen: SeenAges | null): Finding[] {
  if (!seen) return [];
  return [...seen.ages.values()].flatMap(({ identity, ageSeconds, spanSeconds }) => {
    if (
      identity === null ||
      claimed.has(identity) ||
      spanSeconds === null ||
      spanSeconds < ESTABLISHED_SECONDS
    )
      return [];
    const since = timeOf(Date.parse(seen.source.at) - ageSeconds * 1000);
    const facts = { cluster: identity, age: Math.round(ageSeconds) };
    const words = note('last-sample', { label: context.fleet.identityLabel, identity, seconds: facts.age });
    return [
      present('cluster-silent', clusterRef(identity), {
        evidence: [quote(seen.source, words)],
        facts,
        since,
      }),
    ];
  });
}
