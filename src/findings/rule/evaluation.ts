import { podKey } from '../../evidence/evidence.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { tellingWords } from '../shared/log-texts.ts';

/** Whether the rules of a Prometheus or Ruler are evaluated without errors and within their interval. */
export const evaluation: FindingRule = {
  name: 'rule/evaluation',
  look: (context) =>
    (['prometheus', 'ruler'] as const)
      .flatMap((role) => context.index.byRole(role))
      .map((component) => look(context, component)),
};

/** Until then a Ruler may have evaluated before its Query was ready; the longest default interval is a minute. */
const STARTING_SECONDS = 300;

function runsSince(context: FindingContext, component: Component, pod: Pod, seconds: number): boolean {
  const since = pod.containers.find(({ name }) => name === component.container)?.runningSince;
  const age = ageSeconds(context, since);
  return age !== null && age >= seconds;
}

function look(context: FindingContext, component: Component): Finding {
  const type = 'rule-evaluation-failing';
  const { rules, pods } = context.clusterOf(component);
  let blind: Finding | null = pods.seen ? null : unknown(type, component.ref, pods.reason);
  for (const { pod, look: page } of context.metrics(component)) {
    if (!page.seen) {
      blind ??= unknown(type, component.ref, page.reason);
      continue;
    }
    const states = rules.get(podKey(pod));
    // What starts asks before the Query that it asks is there: the error stands until the next evaluation.
    const isNew = !runsSince(context, component, pod, STARTING_SECONDS);
    const failing = states?.seen && !isNew ? states.value.filter(({ health }) => health === 'err') : [];
    const [first] = failing;
    if (states?.seen && first) {
      const words = `${first.name} (${first.group}): ${tellingWords(first.lastError)}`;
      const facts = { words, rules: failing.length };
      return present(type, component.ref, { evidence: [quote(states.source, words)], facts });
    }
    const slow = slowGroup(page.value);
    if (slow) {
      return present(type, component.ref, { evidence: [quote(page.source, slow)], facts: { words: slow } });
    }
    if (states && !states.seen) blind ??= unknown(type, component.ref, states.reason);
  }
  return blind ?? absent(type, component.ref);
}

/** A group whose last evaluation took longer than its interval, and that left evaluations out. */
function slowGroup(metrics: Metrics): Note | null {
  const of = (name: string, group: string) => metrics.sum(name, { rule_group: group });
  for (const { labels, value } of metrics.samples('prometheus_rule_group_last_duration_seconds')) {
    const group = labels.rule_group ?? '';
    const interval = of('prometheus_rule_group_interval_seconds', group);
    const missed = of('prometheus_rule_group_iterations_missed_total', group) ?? 0;
    if (interval !== null && interval > 0 && value > interval && missed > 0)
      return note('group-slow', {
        ...{ group: group.slice(group.lastIndexOf(';') + 1), seconds: value.toFixed(1), interval, missed },
      });
  }
  return null;
}
