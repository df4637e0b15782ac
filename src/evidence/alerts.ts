import { flagValue } from '../fleet/flags.ts';
import { at, flag, isRecord, list, text, textMap, texts } from './json.ts';
import { type ObjectMeta, readMeta } from './kubernetes/meta.ts';
import type { Metrics } from './metrics.ts';
import { readYamlMapping } from './yaml.ts';

/** Names that people give to the receiver that tells nobody; Alertmanager compares them as an anchored expression. */
export const SILENT_RECEIVERS = ['null', 'none', 'blackhole', 'black-hole', 'devnull', 'muted'] as const;

export const isUsuallySilent = (receiver: string): boolean =>
  SILENT_RECEIVERS.some((silent) => silent === receiver.toLowerCase());

/**
 * Receivers without any integration, whatever their names, of `/api/v2/status`: what goes there is told nobody. Only
 * such names as an anchored expression can hold as they are.
 */
export function readSilentReceivers(body: unknown): string[] | null {
  const config = readYamlMapping(text(body, 'config', 'original') ?? '');
  if (!config) return null;
  return list(config, 'receivers').flatMap((receiver) => {
    const name = text(receiver, 'name') ?? '';
    const isTold =
      isRecord(receiver) &&
      Object.entries(receiver).some(
        ([key, value]) => key.endsWith('_configs') && Array.isArray(value) && value.length > 0,
      );
    return isTold || !/^[\w -]{1,100}$/.test(name) ? [] : [name];
  });
}

/** An alert that an Alertmanager tells nobody: by a silence, or for want of a receiver. */
export interface MutedAlert {
  labels: Record<string, string>;
  receivers: string[];
  startsAt: string | null;
  silencedBy: string[];
  inhibited: boolean;
}

/** More are not told one by one. */
const MAX_ALERTS = 500;

/** `/api/v2/alerts`. */
export function readAlerts(body: unknown): MutedAlert[] | null {
  if (!Array.isArray(body)) return null;
  return body.slice(0, MAX_ALERTS).map((item: unknown) => ({
    labels: textMap(item, 'labels'),
    receivers: list(item, 'receivers').flatMap((receiver) => text(receiver, 'name') ?? []),
    startsAt: text(item, 'startsAt') ?? null,
    silencedBy: list(item, 'status', 'silencedBy').filter((id) => typeof id === 'string'),
    inhibited: list(item, 'status', 'inhibitedBy').length > 0,
  }));
}

export interface Silence {
  id: string;
  state: string;
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
  matchers: { name: string; value: string; isRegex: boolean; isEqual: boolean }[];
}

/** `/api/v2/silences`. */
export function readSilences(body: unknown): Silence[] | null {
  if (!Array.isArray(body)) return null;
  return body.slice(0, MAX_ALERTS).map((item: unknown) => ({
    id: text(item, 'id') ?? '',
    state: text(item, 'status', 'state') ?? '',
    startsAt: text(item, 'startsAt') ?? '',
    endsAt: text(item, 'endsAt') ?? '',
    createdBy: text(item, 'createdBy') ?? '',
    comment: text(item, 'comment') ?? '',
    matchers: list(item, 'matchers').map((matcher) => ({
      name: text(matcher, 'name') ?? '',
      value: text(matcher, 'value') ?? '',
      isRegex: flag(matcher, 'isRegex'),
      // Absent in older versions, and true then.
      isEqual: (matcher as { isEqual?: unknown } | null)?.isEqual !== false,
    })),
  }));
}

/** A rule as it was evaluated last. */
export interface RuleState {
  group: string;
  name: string;
  type: string;
  health: string;
  lastError: string;
  lastEvaluation: string | null;
  /** `firing`, `pending` or `inactive`; `''` for a recording rule. */
  state: string;
}

const MAX_RULES = 5000;

/** `/api/v1/rules` of Prometheus and of Thanos Ruler. */
export function readRules(body: unknown): RuleState[] | null {
  if (text(body, 'status') !== 'success') return null;
  const rules = list(body, 'data', 'groups').flatMap((group) =>
    list(group, 'rules').map((rule) => ({
      group: text(group, 'name') ?? '',
      name: text(rule, 'name') ?? '',
      type: text(rule, 'type') ?? '',
      health: text(rule, 'health') ?? 'unknown',
      lastError: text(rule, 'lastError') ?? '',
      lastEvaluation: text(rule, 'lastEvaluation') ?? null,
      state: text(rule, 'state') ?? '',
    })),
  );
  return rules.slice(0, MAX_RULES);
}

/** What a Thanos Ruler counts of its alerts since it started, and its queue now. Source: thanos pkg/alert/alert.go. */
export interface AlertSending {
  /** Taken by an Alertmanager. */
  sent: number;
  /** Given up because no Alertmanager took them, or because none is configured. */
  dropped: number;
  /** Alerts that wait, of those that can; `null` where the process does not tell. */
  queue: { length: number; capacity: number } | null;
}

/** `null` for a process that sends no alerts by itself. */
export function readAlertSending(metrics: Metrics): AlertSending | null {
  const dropped = metrics.sum('thanos_alert_sender_alerts_dropped_total');
  if (dropped === null) return null;
  const [length, capacity] = ['length', 'capacity'].map((name) =>
    metrics.value(`thanos_alert_queue_${name}`),
  );
  return {
    sent: metrics.sum('thanos_alert_sender_alerts_sent_total') ?? 0,
    dropped,
    queue:
      typeof length === 'number' && typeof capacity === 'number' && capacity > 0
        ? { length, capacity }
        : null,
  };
}

/** Flags of a Thanos Ruler that name Alertmanagers. Source: thanos cmd/thanos/rule.go. */
const ALERTMANAGER_FLAGS = [
  '--alertmanagers.url',
  '--alertmanagers.config',
  '--alertmanagers.config-file',
] as const;

export const namesAlertmanager = (args: readonly string[]): boolean =>
  ALERTMANAGER_FLAGS.some((flag) => flagValue(args, flag) !== null);

/** Resources of the Prometheus Operator that are about rules. */
export const RULE_KINDS = ['prometheusrules', 'prometheuses', 'thanosrulers'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** A label selector; `null` where none is set, which selects nothing. */
export interface LabelSelector {
  labels: Record<string, string>;
  expressions: { key: string; operator: string; values: string[] }[];
}

/** A PrometheusRule, or a Prometheus or ThanosRuler that selects them. */
export interface RuleObject {
  meta: ObjectMeta;
  selector: LabelSelector | null;
  /** Of namespaces; `null` for its own alone. */
  namespaces: LabelSelector | null;
  /** Groups of a PrometheusRule. */
  groups: number;
}

export function readRuleObject(value: unknown): RuleObject | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    selector: readSelector(at(value, 'spec', 'ruleSelector')),
    namespaces: readSelector(at(value, 'spec', 'ruleNamespaceSelector')),
    groups: list(value, 'spec', 'groups').length,
  };
}

function readSelector(value: unknown): LabelSelector | null {
  if (!isRecord(value)) return null;
  return {
    labels: textMap(value, 'matchLabels'),
    expressions: list(value, 'matchExpressions').map((item) => ({
      key: text(item, 'key') ?? '',
      operator: text(item, 'operator') ?? '',
      values: texts(item, 'values'),
    })),
  };
}
