import { describe, expect, it } from 'vitest';
import { changes } from '../../catalogue/changed.testing.ts';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';
import type { Json } from '../../evidence/transport.ts';

const rules = (...states: string[]): Json => ({
  status: 'success',
  data: {
    groups: [
      { name: 'g', rules: states.map((state) => ({ name: 'Down', type: 'alerting', health: 'ok', state })) },
    ],
  },
});

interface Given {
  args?: readonly string[];
  counters: Readonly<Record<string, number>>;
  rules?: Json;
  startedAt?: string;
  /** Pods of an Alertmanager beside it; left out, there is none in the evidence. */
  alertmanagers?: number;
}

const NAMED = ['rule', '--alertmanagers.url=http://alertmanager:9093'];

/** A Thanos Ruler, hand-made, beside a healthy pipeline. */
async function undelivered({ args = NAMED, counters, startedAt, ...given }: Given) {
  const page = { 'prometheus_rule_group_rules{rule_group="a;g"}': 2, ...counters };
  const ruler = withPart({
    ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'evaluator', args },
    ...{ image: 'quay.io/thanos/thanos:v0.39.2', ...(startedAt !== undefined && { startedAt }) },
    answers: {
      '/metrics': Object.entries(page)
        .map(([name, value]) => `${name} ${value}\n`)
        .join(''),
      ...(given.rules !== undefined && { '/api/v1/rules': given.rules }),
    },
  });
  const alertmanager = withPart({
    ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'alerts' },
    ...{ image: 'quay.io/prometheus/alertmanager:v0.28.1', replicas: given.alertmanagers ?? 0 },
  });
  const change = given.alertmanagers === undefined ? ruler : changes(ruler, alertmanager);
  const { diagnosis } = await replayChanged('healthy', change);
  const finding = diagnosis.findings.find(({ type }) => type === 'alerts-undelivered');
  return { state: finding?.state, words: finding?.facts.words, causes: diagnosis.causes };
}

const counted = (sent: number, dropped: number) => ({
  'thanos_alert_sender_alerts_sent_total{alertmanager="am:9093"}': sent,
  thanos_alert_sender_alerts_dropped_total: dropped,
});

describe('alertmanager/connection of a Ruler', () => {
  it('is lost where alerts fire and none was ever taken', async () => {
    const { state, words, causes } = await undelivered({
      counters: counted(0, 40),
      rules: rules('firing', 'inactive'),
      alertmanagers: 1,
    });
    expect(state).toBe('present');
    expect(words).toContain('firing now: 1');
    expect(causes[0]).toMatchObject({ mode: 'alertmanager/not-connected', component: { role: 'ruler' } });
  });

  it('is lost where no Alertmanager is named and there are alerting rules', async () => {
    const { state } = await undelivered({
      ...{ args: ['rule'], counters: counted(0, 0), rules: rules('inactive') },
    });
    expect(state).toBe('present');
  });

  it('is lost while its queue is full', async () => {
    const { state } = await undelivered({
      counters: {
        ...counted(900, 0),
        thanos_alert_queue_length: 10_000,
        thanos_alert_queue_capacity: 10_000,
      },
    });
    expect(state).toBe('present');
  });

  it.each<[string, Given]>([
    ['alerts are taken', { counters: counted(120, 0) }],
    ['some were given up and others taken', { counters: counted(120, 3), rules: rules('firing') }],
    ['alerts were given up once and none fires', { counters: counted(0, 3), rules: rules('inactive') }],
    ['it has recording rules alone', { args: ['rule'], counters: counted(0, 0), rules: rules() }],
    [
      'it has just started',
      { counters: counted(0, 3), rules: rules('firing'), startedAt: '2026-11-21T23:59:59Z' },
    ],
    [
      'no Alertmanager is ready, which is told of itself',
      { counters: counted(0, 3), rules: rules('firing'), alertmanagers: 0 },
    ],
  ])('is not lost where %s', async (_, given) => {
    const { state, causes } = await undelivered(given);
    expect(state).toBe('absent');
    expect(causes.map(({ mode }) => mode)).not.toContain('alertmanager/not-connected');
  });

  it('cannot be told where its rules cannot be read', async () => {
    const { state, causes } = await undelivered({ counters: counted(0, 40), alertmanagers: 1 });
    expect(state).toBe('unknown');
    expect(causes.filter(({ confirmed }) => confirmed)).toEqual([]);
  });
});
