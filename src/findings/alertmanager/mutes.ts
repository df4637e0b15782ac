import { isUsuallySilent, type MutedAlert, type Silence } from '../../evidence/alerts.ts';
import { podKey } from '../../evidence/evidence.ts';
import type { Source } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note, type Words } from '../notes.ts';

/** A silence is a declared state with an end. One that lasts longer than this has none that anybody waits for. */
const FORGOTTEN_SECONDS = 30 * 24 * 3600;
/** What fired only now may be about to be told, or routed elsewhere by a reload. */
const FIRING_SECONDS = 300;

/** Alerts that everybody routes to nobody: they say that the way is open, or only inhibit others. */
const META_ALERTS = ['Watchdog', 'InfoInhibitor'];
const TELLS_NOBODY = ['none', 'info'];
/** Labels that name an environment, and values for which muting is meant. */
const ENVIRONMENT_LABELS = ['env', 'environment', 'stage', 'tier'];
const NOT_REAL = /^(?:test|testing|dev|develop|development|sandbox|qa|ci|local|staging|stage)/i;

/** Whether an Alertmanager tells nobody of alerts that somebody should hear of. */
export const mutes: FindingRule = {
  name: 'alertmanager/mutes',
  look: (context) => context.index.byRole('alertmanager').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const type = 'alerts-muted';
  const cluster = context.clusterOf(component);
  for (const pod of context.pods(component)) {
    const alerts = cluster.mutedAlerts.get(podKey(pod));
    const silences = cluster.silences.get(podKey(pod));
    if (!alerts || !silences) continue;
    if (!alerts.seen) return [unknown(type, component.ref, alerts.reason)];
    const real = alerts.value.filter((alert) => isToBeTold(context, alert));
    const forgotten = silences.seen ? silences.value.filter((silence) => isForgotten(silence)) : [];
    const silenced = bySilence(real, forgotten);
    if (silenced) return [muted(component, alerts.source, silenced.words, silenced.silence.startsAt)];
    const silent = cluster.silentReceivers.get(podKey(pod)) ?? [];
    const lost = real.find((alert) => alert.silencedBy.length === 0 && isToldNobody(alert, silent));
    if (!lost) return [absent(type, component.ref)];
    const words = note('routed-to-nobody', { alert: nameOf(lost), receivers: lost.receivers.join(', ') });
    return [muted(component, alerts.source, words, lost.startsAt)];
  }
  return [];
}

function muted(component: Component, source: Source, words: Note, since: string | null): Finding {
  return present('alerts-muted', component.ref, {
    evidence: [quote(source, words)],
    since,
    facts: { words },
  });
}

function isToBeTold(context: FindingContext, { labels, startsAt, inhibited }: MutedAlert): boolean {
  const firing = (context.now - Date.parse(startsAt ?? '')) / 1000;
  return (
    !inhibited &&
    firing > FIRING_SECONDS &&
    !META_ALERTS.includes(labels.alertname ?? '') &&
    !TELLS_NOBODY.includes((labels.severity ?? '').toLowerCase()) &&
    !ENVIRONMENT_LABELS.some((label) => NOT_REAL.test(labels[label] ?? ''))
  );
}

const isToldNobody = ({ receivers }: MutedAlert, silent: readonly string[]): boolean =>
  receivers.length > 0 && receivers.every((name) => isUsuallySilent(name) || silent.includes(name));

function isForgotten({ state, startsAt, endsAt }: Silence): boolean {
  return state === 'active' && (Date.parse(endsAt) - Date.parse(startsAt)) / 1000 > FORGOTTEN_SECONDS;
}

function bySilence(
  alerts: readonly MutedAlert[],
  forgotten: readonly Silence[],
): { words: Note; silence: Silence } | null {
  for (const alert of alerts) {
    const silence = forgotten.find(({ id }) => alert.silencedBy.includes(id));
    if (!silence) continue;
    const { id, createdBy, startsAt, endsAt } = silence;
    const words = note('alert-silenced', {
      ...{ alert: nameOf(alert), silence: id, from: startsAt, until: endsAt },
      creator: createdBy || note('creator-unknown', {}),
    });
    return { words, silence };
  }
  return null;
}

const nameOf = ({ labels }: MutedAlert): Words => labels.alertname ?? note('alert-nameless', {});
