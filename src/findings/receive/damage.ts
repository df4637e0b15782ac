import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, timeOf, unknown } from '../finding.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { hasLogs, lastSaid } from '../shared/said.ts';

/** Blocks are read again every minute, and shipped every half: what is damaged is said again within this time. */
const RECENT_SECONDS = 15 * 60;
/** Damage of the WAL is found and cut off at a start: so long after it the loss is news. */
const NEWS_SECONDS = 3600;

/** Counted where a file of the WAL or the head was found damaged. Source: prometheus tsdb/head.go. */
const CORRUPTIONS = ['prometheus_tsdb_wal_corruptions_total', 'prometheus_tsdb_mmap_chunk_corruptions_total'];

/** Whether a part with a TSDB found damaged data on its disk. */
export const damage: FindingRule = {
  name: 'receive/damage',
  look: (context) =>
    (['receive', 'prometheus', 'ruler'] as const)
      .flatMap((role) => context.index.byRole(role))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const said = lastSaid(context, component, 'tsdb-damaged', RECENT_SECONDS);
  if (said) {
    const facts = { words: tellingWords(said.line.message), pod: said.pod };
    const evidence = [quote(said.source, said.line.raw)];
    return [present('tsdb-damaged', component.ref, { evidence, since: said.line.at, facts })];
  }
  if (component.role !== 'receive') return [];
  const counted = context.metrics(component).flatMap((one) => corruptions(context, one));
  if (counted[0]) return [present('tsdb-damaged', component.ref, counted[0])];
  const { pods } = context.clusterOf(component);
  if (!pods.seen) return [unknown('tsdb-damaged', component.ref, pods.reason)];
  const blind = context.metrics(component).find((one) => !one.look.seen)?.look;
  return blind && !blind.seen && !hasLogs(context, component)
    ? [unknown('tsdb-damaged', component.ref, blind.reason)]
    : [absent('tsdb-damaged', component.ref)];
}

function corruptions(
  context: FindingContext,
  { pod, look: metrics }: ReturnType<FindingContext['metrics']>[number],
) {
  if (!metrics.seen) return [];
  const started = timeOf((metrics.value.value('process_start_time_seconds') ?? Number.NaN) * 1000);
  const age = ageSeconds(context, started);
  if (age === null || age > NEWS_SECONDS) return [];
  return CORRUPTIONS.flatMap((name) =>
    metrics.value
      .samples(name)
      .filter(({ value }) => value > 0)
      .map(({ labels, value }) => ({
        evidence: [quote(metrics.source, `${name}{tenant="${labels.tenant ?? ''}"} ${value}`)],
        since: started,
        facts: { words: `${name} ${value}`, pod: pod.meta.name, tenant: labels.tenant ?? '' },
      })),
  );
}
