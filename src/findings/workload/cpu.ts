import { podKey } from '../../evidence/evidence.ts';
import type { Seen } from '../../evidence/look.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import { amount } from '../../fleet/file/quantities.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** A process that is held back uses all of its share; what it counts of itself lags a little behind. */
const HELD_BACK = 0.9;
/** A start is work: only what lasts longer than it tells of the limit. */
const LIVED_SECONDS = 60;
/** Below this much CPU time between two pages their difference is rounding (the kernel counts in 10 ms). */
const COUNTED_SECONDS = 0.1;

/** How much of its CPU limit a part uses, as its own process counts it: since it started, and just now. */
export const cpu: FindingRule = {
  name: 'workload/cpu',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const limit = context.container(component)?.resources.cpuLimit ?? null;
  const cores = limit === null ? Number.NaN : amount(limit);
  if (limit === null || !(cores > 0)) return [];
  const { laterMetrics } = context.clusterOf(component);
  const uses = context.metrics(component).flatMap(({ pod, look: page }) => {
    if (!page.seen) return [];
    const later = laterMetrics.get(podKey(pod));
    const share = (later?.seen ? shareBetween(page, later, cores) : null) ?? shareOfLife(page, cores);
    return share === null ? [] : [{ pod, share, source: page.source }];
  });
  const most = uses.sort((a, b) => b.share - a.share)[0];
  if (!most) {
    const unseen = context.metrics(component).flatMap(({ look: page }) => (page.seen ? [] : page.reason))[0];
    return unseen ? [unknown('cpu-throttled', component.ref, unseen)] : [];
  }
  const percent = Math.round(100 * most.share);
  const words = note('cpu-used', { pod: most.pod.meta.name, percent, limit });
  const details = {
    evidence: [quote(most.source, words)],
    facts: { percent, limit, pod: most.pod.meta.name },
  };
  return [
    most.share >= HELD_BACK
      ? present('cpu-throttled', component.ref, details)
      : absent('cpu-throttled', component.ref, details),
  ];
}

const used = (metrics: Metrics) => metrics.value('process_cpu_seconds_total');

/** Between two pages of the same process. */
function shareBetween(first: Seen<Metrics>, later: Seen<Metrics>, cores: number): number | null {
  const [before, after] = [used(first.value), used(later.value)];
  const seconds = (Date.parse(later.source.at) - Date.parse(first.source.at)) / 1000;
  if (before === null || after === null || after < before) return null;
  return cores * seconds >= COUNTED_SECONDS ? (after - before) / seconds / cores : null;
}

/** Since the process started. */
function shareOfLife({ value, source }: Seen<Metrics>, cores: number): number | null {
  const [seconds, started] = [used(value), value.value('process_start_time_seconds')];
  if (seconds === null || started === null) return null;
  const lived = Date.parse(source.at) / 1000 - started;
  return lived >= LIVED_SECONDS ? seconds / lived / cores : null;
}
