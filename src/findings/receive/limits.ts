import type { Seen } from '../../evidence/look.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { lastSaid } from '../shared/said.ts';

/** A tenant above its limit is refused with every request. */
const RECENT_SECONDS = 5 * 60;

/** Whether limits of Receive refuse what a tenant writes now. */
export const limits: FindingRule = {
  name: 'receive/limits',
  look: (context) => context.index.byRole('receive').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const said = lastSaid(context, component, 'tenant-limit-hit', RECENT_SECONDS);
  if (said) {
    const tenant = said.line.fields.tenant ?? '–';
    const evidence = [quote(said.source, said.line.raw)];
    const facts = { tenant, limit: 'active-series', words: said.line.message };
    return [present('tenant-limit-hit', component.ref, { evidence, since: said.line.at, facts })];
  }
  const looks = context.metrics(component).map(({ look: metrics }) => metrics);
  const seen = looks.filter((metrics) => metrics.seen);
  const [hit] = [...seen.flatMap(requestLimits), ...headLimits(seen)];
  if (hit) return [present('tenant-limit-hit', component.ref, hit)];
  const blind = looks.find((metrics) => !metrics.seen);
  if (blind && !blind.seen) return [unknown('tenant-limit-hit', component.ref, blind.reason)];
  return looks.length === 0 ? [] : [absent('tenant-limit-hit', component.ref)];
}

/**
 * Limits of one request. The summary forgets after ten minutes: a quantile that is a number was seen within them.
 * Source: thanos pkg/receive/request_limiter.go; client_golang prometheus/summary.go (MaxAge).
 */
function requestLimits(metrics: Seen<Metrics>) {
  return metrics.value
    .samples('thanos_receive_write_limits_hit')
    .filter(({ labels, value }) => labels.quantile !== undefined && !Number.isNaN(value))
    .map(({ labels, value }) => {
      const { tenant = '', limit = '' } = labels;
      const words = `thanos_receive_write_limits_hit{tenant="${tenant}",limit="${limit}"} ${value}`;
      return { evidence: [quote(metrics.source, words)], facts: { tenant, limit, words } };
    });
}

/** The limit of active series, which holds for all Receives together: hit since the start, and still so. */
function headLimits(all: readonly Seen<Metrics>[]) {
  const factor = Math.max(
    1,
    ...all.map(({ value }) => value.value('thanos_receive_replication_factor') ?? 1),
  );
  return all.flatMap((metrics) =>
    metrics.value
      .samples('thanos_receive_head_series_limited_requests_total')
      .filter(({ value }) => value > 0)
      .flatMap(({ labels, value }) => {
        const { tenant = '' } = labels;
        const limit = limitOf(metrics.value, tenant);
        const series = all.reduce(
          (sum, one) => sum + (one.value.sum('prometheus_tsdb_head_series', { tenant }) ?? 0),
          0,
        );
        // What is counted is a query of the operator's: each series once, or once per replica.
        if (limit === null || series / factor < limit) return [];
        const words = note('series-limited', { series, limit, refused: value });
        return [
          {
            evidence: [quote(metrics.source, note('tenant-says', { tenant, words }))],
            facts: { tenant, limit: 'active-series', words },
          },
        ];
      }),
  );
}

/** The tenant's own limit, else the default; 0 is none. */
function limitOf(metrics: Metrics, tenant: string): number | null {
  const name = 'thanos_receive_head_series_limit';
  const limit = metrics.sum(name, { tenant }) ?? metrics.sum(name, { tenant: '' });
  return limit === null || limit === 0 ? null : limit;
}
