import type { SeriesCount } from '../../evidence/evidence.ts';
import type { Source } from '../../evidence/look.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { configMapFact } from '../shared/changes.ts';
import { largestSeries } from '../shared/largest-series.ts';

/** Series of a job grew if there are so many times more than hours ago, and so many more in all. */
const TIMES = 2;
const MORE = 5000;
/** A target that starts anew gives each of its series once more: several times within ten minutes are no restart. */
const CHURN_TIMES = 5;

/**
 * Whether the series of a writer grew, by what its jobs made hours ago. Asked for only where a part that holds series hit
 * its memory limit; a job that is new counts as well. Where a writer holds far more series than a scrape gives, whether
 * a job gives other ones with each.
 */
export const series: FindingRule = {
  name: 'agent/series',
  look: (context) =>
    context.fleet.clusters.flatMap(({ name, identity }) => {
      const writers = context.index
        .inCluster(name)
        .filter(({ role }) => role === 'agent' || role === 'prometheus');
      const [writer] = writers;
      return identity === null || !writer || writers.length > 1 ? [] : look(context, writer, identity);
    }),
};

function look(context: FindingContext, writer: Component, identity: string): Finding[] {
  for (const { source, counts } of countsOf(context)) {
    const own = counts.get(identity) ?? [];
    const now = sum(own.map((count) => count.now));
    const before = sum(own.map((count) => count.before ?? 0));
    const churning = own.filter(isChurning).toSorted((a, b) => (b.added ?? 0) - (a.added ?? 0));
    if (churning.length > 0) return [churn(context, writer, source, churning)];
    // Nothing of before is no proof: then the history is too short.
    if (before === 0 || now < TIMES * before || now - before < MORE) continue;
    const grown = own.toSorted((a, b) => growthOf(b) - growthOf(a)).slice(0, 3);
    const evidence = grown.map(({ job, now: many, before: few }) =>
      quote(source, note('job-series', { job, now: many, before: few ?? 0 })),
    );
    // An Agent cannot tell what its series are made of: who receives them can.
    evidence.push(...largestSeries(context, [writer, ...receiversOf(context, writer)]));
    const facts = { now, before, job: grown[0]?.job ?? '', ...configMapFact(context, writer) };
    return [present('series-grown', writer.ref, { evidence, facts })];
  }
  return [];
}

const isChurning = ({ now, added }: SeriesCount): boolean =>
  added !== null && added >= MORE && added >= CHURN_TIMES * now;

function churn(
  context: FindingContext,
  writer: Component,
  source: Source,
  churning: readonly SeriesCount[],
): Finding {
  const evidence = churning
    .slice(0, 3)
    .map(({ job, now, added }) =>
      quote(source, note('job-churn', { job, now: now ?? '–', added: added ?? '–' })),
    );
  evidence.push(...largestSeries(context, [writer, ...receiversOf(context, writer)]));
  const [first] = churning;
  const facts = {
    ...{ now: first?.added ?? 0, before: first?.now ?? 0, job: first?.job ?? '' },
    ...configMapFact(context, writer),
  };
  return present('series-grown', writer.ref, { evidence, facts });
}

function receiversOf({ index }: FindingContext, writer: Component): Component[] {
  const ends = index
    .linksFrom(writer.key, 'remote-write')
    .flatMap(({ to }) => (typeof to === 'string' ? (index.component(to)?.ref.cluster ?? []) : []));
  return [...new Set(ends)].flatMap((cluster) => index.byRole('receive', cluster));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const growthOf = ({ now, before }: SeriesCount): number => now - (before ?? 0);

/** The counts of each Query, by identity. */
const countsOf = once(({ evidence }: FindingContext) =>
  [...evidence.clusters.values()].flatMap(({ seriesCounts }) =>
    [...seriesCounts.values()].flatMap((look) =>
      look.seen ? [{ source: look.source, counts: group(look.value, ({ identity }) => identity ?? '') }] : [],
    ),
  ),
);
