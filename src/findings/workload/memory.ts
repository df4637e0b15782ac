import type { Metrics } from '../../evidence/metrics.ts';
import { amount } from '../../fleet/file/quantities.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';

/** From here the next peak is likely to be the last. */
const NEAR = 0.9;

/** How much of its memory limit a part uses, as its own process tells. */
export const memory: FindingRule = {
  name: 'workload/memory',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const limit = context.container(component)?.memoryLimit ?? null;
  const bytes = limit === null ? Number.NaN : amount(limit);
  if (limit === null || !(bytes > 0)) return [];
  const uses = context.metrics(component).flatMap(({ pod, look: page }) => {
    const used = page.seen ? heldBy(page.value) : null;
    return page.seen && used !== null ? [{ pod, used, source: page.source }] : [];
  });
  const most = uses.sort((a, b) => b.used - a.used)[0];
  if (!most) return [];
  const facts = {
    ...{ percent: Math.round((100 * most.used) / bytes), limit, pod: most.pod.meta.name },
  };
  const words = `pod ${most.pod.meta.name}: ${Math.round(most.used / 2 ** 20)} MiB of ${limit}`;
  const details = { evidence: [quote(most.source, words)], facts };
  return [
    most.used >= NEAR * bytes
      ? present('memory-near-limit', component.ref, details)
      : absent('memory-near-limit', component.ref, details),
  ];
}

/**
 * Bytes that the kernel cannot take back. The resident set also counts mapped files, which it can: so it is at most
 * what the Go runtime holds of the system.
 */
function heldBy(metrics: Metrics): number | null {
  const resident = metrics.value('process_resident_memory_bytes');
  const taken = metrics.value('go_memstats_sys_bytes');
  const released = metrics.value('go_memstats_heap_released_bytes');
  if (resident === null) return null;
  return taken === null || released === null ? resident : Math.min(resident, taken - released);
}
