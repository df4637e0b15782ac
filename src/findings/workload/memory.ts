import type { Source } from '../../evidence/look.ts';
import { heldBy, NEAR_LIMIT } from '../../evidence/memory.ts';
import { amount } from '../../fleet/file/quantities.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { largestSeries } from '../shared/largest-series.ts';

/** How much of its memory limit a part uses, as its own process tells, or for want of that the metrics server. */
export const memory: FindingRule = {
  name: 'workload/memory',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const limit = context.container(component)?.memoryLimit ?? null;
  const bytes = limit === null ? Number.NaN : amount(limit);
  if (limit === null || !(bytes > 0)) return [];
  const told = context.metrics(component).flatMap(({ pod, look: page }): Use[] => {
    const used = page.seen ? heldBy(page.value) : null;
    return page.seen && used !== null ? [{ pod: pod.meta.name, used, source: page.source }] : [];
  });
  const uses = told.length > 0 ? told : measured(context, component);
  const most = uses.sort((a, b) => b.used - a.used)[0];
  if (!most) return [];
  const facts = {
    ...{ percent: Math.round((100 * most.used) / bytes), limit, pod: most.pod },
  };
  const words = note('memory-used', { pod: most.pod, used: Math.round(most.used / 2 ** 20), limit });
  const details = {
    evidence: [quote(most.source, words), ...largestSeries(context, [component])],
    facts,
  };
  return [
    most.used >= NEAR_LIMIT * bytes
      ? present('memory-near-limit', component.ref, details)
      : absent('memory-near-limit', component.ref, details),
  ];
}

/**
 * Parts that serve no page of their own and work on no files: of others, the working set of the metrics server also
 * counts pages of files, which fill the limit of a healthy process.
 */
const WITHOUT_PAGES: readonly Role[] = ['cache', 'operator', 'exporter'];

interface Use {
  pod: string;
  /** Bytes. */
  used: number;
  source: Source;
}

function measured(context: FindingContext, component: Component): Use[] {
  if (!WITHOUT_PAGES.includes(component.role)) return [];
  const look = context.clusterOf(component).usage.get(component.ref.namespace ?? '');
  if (!look?.seen) return [];
  return look.value.flatMap(({ name, container, memory: used }) =>
    used !== null && container === component.container && component.pods.includes(name)
      ? [{ pod: name, used, source: look.source }]
      : [],
  );
}
