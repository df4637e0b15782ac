import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { PUBLIC_IDS } from '../../catalogue/public-ids.testing.ts';
import { RULE_GROUPS } from './registry.generated.ts';
import type { AlertRule, RecordingRule } from './rule.ts';
import { toPrometheus } from './to-prometheus.ts';

const RULES = RULE_GROUPS.flatMap((group) => group.rules);
const ALERTS = RULES.filter((rule): rule is AlertRule => 'alert' in rule);
const RECORDINGS = RULES.filter((rule): rule is RecordingRule => 'record' in rule);

/** Alerts that an operator of the pipeline counts on by name. */
const PROMISED = [
  'AgentAvailabilityBurnFast',
  'AgentAvailabilityBurnSlow',
  'AgentHighMemory',
  'AgentMemoryBurnFast',
  'AgentWALBurnFast',
  'CertificateExpiring',
  'ClaimPending',
  'ClusterSilent',
  'CompactorBehind',
  'CompactorHalted',
  'ContainerCPUCritical',
  'ContainerCPUHigh',
  'ContainerMemoryCritical',
  'ContainerMemoryHigh',
  'ObjectStoreRefusing',
  'PipelineReplicaDown',
  'PrometheusAgentDown',
  'QueryFrontendDown',
  'QueryLatencyCritical',
  'QueryLatencyHigh',
  'ReceiveDiskFilling',
  'ReceiveNotUploading',
  'RemoteWriteFailing',
  'RemoteWriteLatencyBurnFast',
  'RemoteWriteQueueHigh',
  'RemoteWriteSuccessBurnFast',
  'WALCorruption',
  'Watchdog',
];

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 };
const seconds = (duration: string) =>
  Number.parseFloat(duration) * SECONDS[duration.slice(-1) as keyof typeof SECONDS];

/** Placeholders of a text, in the order of the alphabet. */
const placeholders = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort();

describe('groups', () => {
  it('are named as their files', () => {
    for (const group of RULE_GROUPS)
      expect(existsSync(join(import.meta.dirname, `${group.name}.ts`)), group.name).toBe(true);
  });

  it('have a promtool test that mentions each of their alerts', () => {
    for (const group of RULE_GROUPS) {
      const tests = readFileSync(join(import.meta.dirname, `${group.name}.promtool.yaml`), 'utf8');
      const missing = group.rules.flatMap((rule) =>
        'alert' in rule && !new RegExp(`\\b${rule.alert}\\b`).test(tests) ? [rule.alert] : [],
      );
      expect(missing, group.name).toEqual([]);
    }
  });
});

describe('rules', () => {
  it.each(RULES.map((rule) => ['alert' in rule ? rule.alert : rule.record, rule.expr]))(
    '%s is PromQL',
    (_, expr) => {
      const errors: string[] = [];
      parser.parse(expr).iterate({
        enter: (node) => {
          if (node.type.isError) errors.push(expr.slice(Math.max(0, node.from - 20), node.to + 20));
        },
      });
      expect(errors).toEqual([]);
    },
  );

  it('read no recording that nobody makes', () => {
    const made = new Set(RECORDINGS.map(({ record }) => record));
    const read = RULES.flatMap(({ expr }) => expr.match(/\b[a-z_][a-z0-9_]*(:[a-z0-9_]+){2}\b/g) ?? []);
    expect([...new Set(read)].filter((name) => !made.has(name))).toEqual([]);
  });

  it('match by no name of a job or of a cluster: pipelines deployed otherwise have others', () => {
    const wrong = RULES.filter(({ expr }) => /\b(job|cluster)\s*(=~|=|!~)\s*"[^"]/.test(expr));
    expect(wrong).toEqual([]);
  });
});

describe('recordings', () => {
  it.each(RECORDINGS.map(({ record }) => record))('%s is named level:metric:operations', (record) => {
    expect(record).toMatch(/^[a-z][a-z0-9_]*:[a-z][a-z0-9_]*:[a-z][a-z0-9_]*$/);
  });

  it('of one name differ in their labels', () => {
    const keys = RECORDINGS.map(({ record, labels }) => `${record} ${JSON.stringify(labels ?? {})}`);
    expect(keys).toEqual([...new Set(keys)]);
  });
});

describe('alerts', () => {
  it('have names of their own', () => {
    const names = ALERTS.map(({ alert }) => alert);
    expect(names).toEqual([...new Set(names)]);
  });

  it('include what is promised', () => {
    const names = ALERTS.map(({ alert }) => alert);
    expect(PROMISED.filter((name) => !names.includes(name))).toEqual([]);
  });

  describe.each(ALERTS.map((rule) => [rule.alert, rule] as const))('%s', (_, rule) => {
    it('is UpperCamelCase', () => {
      expect(rule.alert).toMatch(/^([A-Z]+[a-z]+)+([A-Z]+)?$|^[A-Z]+([A-Z][a-z]+)+$/);
    });

    it('has the page of a failure mode', () => {
      expect(PUBLIC_IDS).toContain(rule.mode);
    });

    it('waits ten minutes at most, unless a budget burns slowly', () => {
      if (rule.alert.endsWith('BurnSlow')) expect(rule.for).toBe('1h');
      else expect(seconds(rule.for ?? '0s')).toBeLessThanOrEqual(600);
    });

    it('waits longer than it looks back, where one increase of a counter is enough for it', () => {
      const parts = rule.expr
        .split(/\bor\b/)
        .map((part) => /^\s*sum by \([^)]*\) \(rate\(\w+\[(\w+)\]\)\) > 0\s*$/.exec(part));
      if (rule.severity !== 'critical' || rule.for === undefined) return;
      for (const part of parts) {
        if (part?.[1] !== undefined) expect(seconds(rule.for), part[0]).toBeGreaterThan(seconds(part[1]));
      }
    });

    it('speaks both languages, and shows the same figures in both', () => {
      for (const text of [rule.summary, rule.description]) {
        expect(text.en.trim()).not.toBe('');
        expect(text.ko).toMatch(/[가-힣]/);
        expect(text.en).not.toMatch(/[가-힣]/);
        expect(placeholders(text.ko)).toEqual(placeholders(text.en));
      }
    });

    it('lets no Korean particle depend on a placeholder', () => {
      for (const text of [rule.summary.ko, rule.description.ko])
        expect(text).not.toMatch(/\}\}\s?(은|는|이|가|을|를|와|과|으로|로)(\s|,|\.|$)/);
    });

    it('shows only labels that its expression can have', () => {
      const shown = new Set(
        placeholders(rule.summary.en).flatMap((text) => text.match(/\$labels\.(\w+)/g) ?? []),
      );
      const { groups } = toPrometheus(RULE_GROUPS, { language: 'en', runbooks: '' });
      const exprs = groups.flatMap((group) => group.rules.map((made) => made));
      const known = reachable(rule.expr, exprs);
      expect(
        [...shown].map((label) => label.slice('$labels.'.length)).filter((label) => !known.has(label)),
      ).toEqual([]);
    });
  });
});

type Made = ReturnType<typeof toPrometheus>['groups'][number]['rules'][number];

/** Every label that an expression, or a recording that it reads, names; with those that recordings add. */
function reachable(expr: string, rules: readonly Made[]): Set<string> {
  const words = new Set(expr.match(/[a-z_][a-z0-9_]*/g) ?? []);
  for (const rule of rules) {
    if (!('record' in rule) || !expr.includes(rule.record)) continue;
    for (const word of reachable(
      rule.expr,
      rules.filter((other) => other !== rule),
    ))
      words.add(word);
    for (const label of Object.keys(rule.labels ?? {})) words.add(label);
  }
  return words;
}
