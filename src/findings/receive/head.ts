import { durationSeconds } from '../../evidence/prometheus-config.ts';
import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { blindLog, hasLogs, lastSaid } from '../shared/said.ts';

/** TSDB tries again within a minute, Receive since 0.41 only with the next block. */
const RECENT_SECONDS = 15 * 60;
/** A head is cut when it holds one and a half blocks; where that is tried once a block, it holds up to two and a half. */
const MAX_BLOCKS = 3;
const DEFAULT_BLOCK = '2h';

/** Counters of tries that failed, since the start. Source: prometheus tsdb/db.go, tsdb/head.go. */
const FAILURES = [
  'prometheus_tsdb_compactions_failed_total',
  'prometheus_tsdb_head_truncations_failed_total',
];

/** Whether the head of a TSDB is cut into blocks: failures that are counted, and a head that grew beyond its time. */
export const head: FindingRule = {
  name: 'receive/head',
  look: (context) =>
    (['receive', 'prometheus', 'ruler'] as const)
      .flatMap((role) => context.index.byRole(role))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const said = lastSaid(context, component, 'head-uncompacted', RECENT_SECONDS);
  if (said) {
    const facts = { words: tellingWords(said.line.message), pod: said.pod };
    const evidence = [quote(said.source, said.line.raw)];
    return [present('head-uncompacted', component.ref, { evidence, since: said.line.at, facts })];
  }
  const looks = context.metrics(component);
  const grown = looks.flatMap((one) => overgrown(component, one));
  if (grown[0]) return [present('head-uncompacted', component.ref, grown[0])];
  const blind = looks.find((one) => !one.look.seen)?.look;
  if (blind && !blind.seen && !hasLogs(context, component))
    return [unknown('head-uncompacted', component.ref, blind.reason)];
  const mute = blindLog(context, component);
  if (mute !== null) return [unknown('head-uncompacted', component.ref, mute)];
  return looks.length === 0 ? [] : [absent('head-uncompacted', component.ref)];
}

function overgrown(
  component: Component,
  { pod, look: metrics }: ReturnType<FindingContext['metrics']>[number],
) {
  if (!metrics.seen) return [];
  const block =
    durationSeconds(
      flagValue(component.args, '--tsdb.max-block-duration') ??
        flagValue(component.args, '--storage.tsdb.min-block-duration') ??
        flagValue(component.args, '--tsdb.block-duration') ??
        DEFAULT_BLOCK,
    ) ?? Number.POSITIVE_INFINITY;
  const { value } = metrics;
  return value.samples('prometheus_tsdb_head_max_time').flatMap(({ labels, value: end }) => {
    const own = labels.tenant === undefined ? {} : { tenant: labels.tenant };
    const begin = value.sum('prometheus_tsdb_head_min_time', own) ?? end;
    const seconds = (end - begin) / 1000;
    const failed = FAILURES.find((name) => (value.sum(name, own) ?? 0) > 0);
    if (failed === undefined || !(seconds > MAX_BLOCKS * block)) return [];
    const words = note('head-uncut', {
      ...{ metric: failed, failed: value.sum(failed, own) ?? 0, hours: (seconds / 3600).toFixed(1) },
    });
    const object = `${pod.meta.name} ${labels.tenant ?? ''}`.trim();
    return [
      {
        evidence: [quote(metrics.source, note('object-says', { object, words }))],
        facts: { words, pod: pod.meta.name, tenant: labels.tenant ?? '' },
      },
    ];
  });
}
