import { describe, expect, it } from 'vitest';
import { withPart } from '../../catalogue/parts.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';
import type { Json } from '../../evidence/transport.ts';

const STARTED = '2026-11-21T06:00:00Z';
const SILENCE = {
  ...{ id: 's1', status: { state: 'active' }, createdBy: 'kim', comment: 'maintenance' },
  matchers: [{ name: 'cluster', value: 'cluster-03', isRegex: false, isEqual: true }],
};

async function mutedBy(given: { silenced?: Json; unrouted?: Json; silences?: Json; config?: string }) {
  const { diagnosis } = await replayChanged(
    'healthy',
    withPart({
      ...{ cluster: 'cluster-01', namespace: 'monitoring', name: 'alerts' },
      image: 'quay.io/prometheus/alertmanager:v0.28.1',
      answers: {
        '/metrics': 'alertmanager_cluster_members 1\n',
        '/api/v2/alerts?active=false': given.silenced ?? [],
        '/api/v2/alerts?active=true': given.unrouted ?? [],
        '/api/v2/silences': given.silences ?? [],
        ...(given.config === undefined ? {} : { '/api/v2/status': { config: { original: given.config } } }),
      },
    }),
  );
  return diagnosis.findings.find(({ type }) => type === 'alerts-muted')?.state;
}

const alert = (labels: Record<string, string>, more: Record<string, Json> = {}): Json => ({
  ...{ labels, receivers: [{ name: 'null' }], startsAt: STARTED },
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
  ...more,
});
const toNobody = alert(
  { alertname: 'Down', severity: 'critical', environment: 'prod' },
  { receivers: [{ name: 'later' }] },
);
const silencedAlert = alert(
  { alertname: 'Down', severity: 'critical' },
  { receivers: [{ name: 'slack' }], status: { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: [] } },
);

describe('alertmanager/mutes', () => {
  it.each<[string, Parameters<typeof mutedBy>[0], string]>([
    [
      'a silence with an end is a declared state',
      {
        silenced: [silencedAlert],
        silences: [{ ...SILENCE, startsAt: '2026-11-21T06:00:00Z', endsAt: '2026-11-21T12:00:00Z' }],
      },
      'absent',
    ],
    [
      'a silence of a year is forgotten',
      {
        silenced: [silencedAlert],
        silences: [{ ...SILENCE, startsAt: '2026-06-01T00:00:00Z', endsAt: '2027-06-01T00:00:00Z' }],
      },
      'present',
    ],
    ['Watchdog goes to nobody everywhere', { unrouted: [alert({ alertname: 'Watchdog' })] }, 'absent'],
    [
      'an environment for tests is meant to be silent',
      { unrouted: [alert({ alertname: 'Down', severity: 'critical', environment: 'test' })] },
      'absent',
    ],
    [
      'an alert of a real environment is not',
      { unrouted: [alert({ alertname: 'Down', severity: 'critical', environment: 'prod' })] },
      'present',
    ],
    [
      'a receiver without any integration tells nobody, whatever its name',
      {
        unrouted: [toNobody],
        config: 'receivers:\n- name: later\n- name: slack\n  slack_configs:\n  - channel: x\n',
      },
      'present',
    ],
    [
      'a receiver that has one tells somebody',
      { unrouted: [toNobody], config: 'receivers:\n- name: later\n  webhook_configs:\n  - url: <secret>\n' },
      'absent',
    ],
    ['nothing is muted', {}, 'absent'],
    ['what is no list is malformed, not health', { silenced: { error: 'x' }, unrouted: 'no' }, 'unknown'],
  ])('%s', async (_, given, state) => {
    expect(await mutedBy(given)).toBe(state);
  });
});
