import { namesAlertmanager, type RuleState, readAlertSending } from '../../evidence/alerts.ts';
import { podKey } from '../../evidence/evidence.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Look, Seen } from '../../evidence/look.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { blindLog } from '../shared/said.ts';

/** Discovery takes a moment after the start, and so does the first alert. */
const STARTING_SECONDS = 120;
const TYPE = 'alerts-undelivered';

/** Whether what evaluates alerting rules, a Prometheus or a Ruler, has an Alertmanager that takes its alerts. */
export const connection: FindingRule = {
  name: 'alertmanager/connection',
  look: (context) => [
    ...context.index.byRole('prometheus').flatMap((one) => look(context, one, wordsOfPrometheus)),
    ...context.index.byRole('ruler').flatMap((one) => look(context, one, wordsOfRuler)),
  ],
};

/**
 * What is wrong with where the alerts of one process go, in words of its page; `null` where nothing is. `rules` gives
 * its rules, for what only they tell.
 */
type Judge = (context: FindingContext, component: Component, page: Metrics, rules: Rules) => Note | null;
type Rules = () => readonly RuleState[];

function look(context: FindingContext, component: Component, judge: Judge): Finding[] {
  const { pods } = context.clusterOf(component);
  if (!pods.seen) return [unknown(TYPE, component.ref, pods.reason)];
  for (const { pod, look: page } of context.metrics(component)) {
    if (!page.seen) return [unknown(TYPE, component.ref, page.reason)];
    if ((ageSeconds(context, pod.readySince) ?? 0) < STARTING_SECONDS) continue;
    const found = ofPod(context, component, { pod, page, judge });
    if (found) return [found];
  }
  // What it gave up, and whether that goes on, its log says as well.
  const mute = blindLog(context, component);
  return [mute === null ? absent(TYPE, component.ref) : unknown(TYPE, component.ref, mute)];
}

function ofPod(
  context: FindingContext,
  component: Component,
  { pod, page, judge }: { pod: Pod; page: Seen<Metrics>; judge: Judge },
): Finding | null {
  const rules: Look<RuleState[]> | undefined = context.clusterOf(component).rules.get(podKey(pod));
  let isAsked = false;
  const words = judge(context, component, page.value, () => {
    isAsked = true;
    return rules?.seen ? rules.value : [];
  });
  if (isAsked && rules && !rules.seen) return unknown(TYPE, component.ref, rules.reason);
  return words === null
    ? null
    : present(TYPE, component.ref, { evidence: [quote(page.source, words)], facts: { words } });
}

const alerting = (rules: readonly RuleState[]): RuleState[] =>
  rules.filter(({ type }) => type === 'alerting');

const noAlertmanager = (rules: Rules): Note | null => {
  const count = alerting(rules()).length;
  return count === 0 ? null : note('rules-without-alertmanager', { count });
};

const wordsOfPrometheus: Judge = (_context, _component, page, rules) =>
  page.value('prometheus_notifications_alertmanagers_discovered') === 0 ? noAlertmanager(rules) : null;

/**
 * A Ruler has no discovery to ask: it gives up what nobody takes. What it gave up long ago may be over, so an alert
 * must fire now, which is sent anew each minute.
 */
const wordsOfRuler: Judge = (context, component, page, rules) => {
  const sending = readAlertSending(page);
  if (sending === null) return null;
  if (!namesAlertmanager(component.args)) return noAlertmanager(rules);
  if (isTakenDown(context, component)) return null;
  const { queue } = sending;
  if (queue && queue.length >= queue.capacity)
    return note('metric-of', {
      ...{ metric: 'thanos_alert_queue_length', value: queue.length, most: queue.capacity },
    });
  if (sending.dropped === 0 || sending.sent > 0) return null;
  const firing = alerting(rules()).filter(({ state }) => state === 'firing').length;
  return firing === 0
    ? null
    : note('alerts-dropped', {
        ...{ metric: 'thanos_alert_sender_alerts_dropped_total', dropped: sending.dropped, firing },
      });
};

/** No Alertmanager of the cluster is ready: that is told of itself, and the Ruler is not to blame. */
function isTakenDown(context: FindingContext, component: Component): boolean {
  const all = context.index.byRole('alertmanager', component.ref.cluster);
  return all.length > 0 && all.every((one) => !context.pods(one).some(({ ready }) => ready));
}
