import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Queries that wait so long on average, in seconds, wait for others and not for a moment. */
const WAIT_SECONDS = 0.2;
/** A range query that takes so long on average is slow for whoever looks at a dashboard. */
const SLOW_SECONDS = 5;
/** So many long ranges are no chance look at last month. */
const LONG_RANGES = 20;
/** The bucket's bound next above a day (thanos pkg/api/query/v1.go: 15 minutes, doubled). */
const LONG_BOUND = '115200';

/** Whether a Query has more to do than it can: queries that wait, and long ranges that nothing splits. */
export const load: FindingRule = {
  name: 'query/load',
  look: (context) => context.index.byRole('query').flatMap((query) => look(context, query)),
};

function look(context: FindingContext, query: Component): Finding[] {
  const looks = context.metrics(query).map(({ look }) => look);
  const [first] = looks;
  if (!first) return [];
  const blind = looks.find((one) => !one.seen);
  const findings: Finding[] = [];
  const full = looks.find((one) => one.seen && isGateFull(one.value));
  if (full?.seen) {
    const words = note('metric-of', {
      metric: 'thanos_query_concurrent_gate_queries_in_flight',
      ...{ value: gate(full.value, 'in_flight') ?? '–', most: gate(full.value, 'max') ?? '–' },
    });
    findings.push(present('query-gate-full', query.ref, { evidence: [quote(full.source, words)] }));
  } else {
    findings.push(
      blind && !blind.seen
        ? unknown('query-gate-full', query.ref, blind.reason)
        : absent('query-gate-full', query.ref),
    );
  }
  // With a frontend anywhere in the fleet, what comes to Query directly was meant to.
  if (context.index.byRole('query-frontend').length > 0) return findings;
  for (const one of looks) {
    if (!one.seen) continue;
    const { long, mean, isMeasured } = ranges(one.value);
    if (long < LONG_RANGES || mean < SLOW_SECONDS) continue;
    const words = note(isMeasured ? 'ranges-long' : 'ranges-slow', { count: long, seconds: mean.toFixed(1) });
    return [
      ...findings,
      present('long-ranges-unsplit', query.ref, {
        evidence: [quote(one.source, words)],
        facts: { slow: mean.toFixed(1), long },
      }),
    ];
  }
  return [
    ...findings,
    blind && !blind.seen
      ? unknown('long-ranges-unsplit', query.ref, blind.reason)
      : absent('long-ranges-unsplit', query.ref),
  ];
}

const gate = (metrics: Metrics, name: string): number | null =>
  metrics.sum(`thanos_query_concurrent_gate_queries_${name}`);

function isGateFull(metrics: Metrics): boolean {
  const max = gate(metrics, 'max') ?? 0;
  const mean = (gate(metrics, 'duration_seconds_sum') ?? 0) / (gate(metrics, 'duration_seconds_count') || 1);
  return max > 0 && (gate(metrics, 'in_flight') ?? 0) >= max && mean >= WAIT_SECONDS;
}

/**
 * How many ranges were long, and how many seconds a range query takes on average, since the process started. Thanos exports
 * the histogram of their lengths and, at least from 0.39 to 0.42, puts nothing into it: then so many slow ones are all that
 * is known.
 */
function ranges(metrics: Metrics): { long: number; mean: number; isMeasured: boolean } {
  const timespan = 'thanos_query_range_requested_timespan_duration_seconds';
  const all = metrics.sum(`${timespan}_count`) ?? 0;
  const short = metrics.sum(`${timespan}_bucket`, { le: LONG_BOUND });
  const handler = { handler: 'query_range' };
  const total = metrics.sum('http_request_duration_seconds_sum', handler) ?? 0;
  const count = metrics.sum('http_request_duration_seconds_count', handler) ?? 0;
  const isMeasured = all > 0 || count === 0;
  const mean = count === 0 ? 0 : total / count;
  return { long: isMeasured ? all - (short ?? all) : count, mean, isMeasured };
}
