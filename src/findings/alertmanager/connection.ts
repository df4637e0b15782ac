import { podKey } from '../../evidence/evidence.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';

/** Discovery takes a moment after the start. */
const STARTING_SECONDS = 120;

/** Whether a Prometheus that has alerting rules knows an Alertmanager to send alerts to. */
export const connection: FindingRule = {
  name: 'alertmanager/connection',
  look: (context) => context.index.byRole('prometheus').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const type = 'alerts-undelivered';
  for (const { pod, look: page } of context.metrics(component)) {
    if (!page.seen) return [unknown(type, component.ref, page.reason)];
    const known = page.value.value('prometheus_notifications_alertmanagers_discovered');
    const starting = (ageSeconds(context, pod.readySince) ?? 0) < STARTING_SECONDS;
    if (known !== 0 || starting) continue;
    const rules = context.clusterOf(component).rules.get(podKey(pod));
    if (!rules) continue;
    if (!rules.seen) return [unknown(type, component.ref, rules.reason)];
    const alerting = rules.value.filter((rule) => rule.type === 'alerting').length;
    if (alerting === 0) continue;
    const words = `${alerting} alerting rules and no Alertmanager`;
    return [present(type, component.ref, { evidence: [quote(page.source, words)], facts: { words } })];
  }
  return [absent(type, component.ref)];
}
