import { describe, expect, it } from 'vitest';
import { readFleetFile } from '../../fleet/file/read.ts';
import { resolveFleet } from '../../fleet/file/resolve.ts';
import { renderFleet } from '../render.ts';
import { RULE_GROUPS } from '../rules/registry.generated.ts';

interface Config {
  route: { routes: { matchers: string[]; receiver: string }[] };
  inhibit_rules: { source_matchers: string[]; target_matchers: string[] }[];
  receivers: { name: string; slack_configs?: { channel: string; api_url_file: string }[] }[];
}

function configOf(alertmanager: string): Config {
  const text = `name: shop\nclusters: [{ name: a, role: hub }]\nalertmanager: ${alertmanager}\n`;
  const fleet = resolveFleet(readFleetFile(text).file ?? (undefined as never));
  const secret = renderFleet(fleet)[0]?.layers.workloads.find(
    ({ kind, metadata }) => kind === 'Secret' && metadata.name === 'alertmanager-config',
  ) as { data: Record<string, string> };
  return JSON.parse(Buffer.from(secret.data['alertmanager.yaml'] ?? '', 'base64').toString()) as Config;
}

const SLACK = `slack: { url: { name: hook }, watchdog: '#w', routes: [{ severity: [critical], channel: '#sre' }] }`;

describe('Alertmanager', () => {
  it('sends by severity, and takes the address from a mounted Secret', () => {
    const { route, receivers } = configOf(`{ ${SLACK} }`);
    expect(route.routes.map(({ matchers, receiver }) => [matchers[0], receiver])).toEqual([
      ['alertname="Watchdog"', 'slack-w'],
      ['severity=~"critical"', 'slack-sre'],
    ]);
    expect(receivers.find(({ name }) => name === 'slack-sre')?.slack_configs?.[0]).toMatchObject({
      channel: '#sre',
      api_url_file: '/etc/alertmanager/secrets/hook/url',
    });
  });

  it('muted environments notify nobody, before any other route', () => {
    const { route } = configOf(`{ mutedEnvironments: [test, 'dev.*'], ${SLACK} }`);
    expect(route.routes.slice(1, 3)).toEqual([
      { matchers: ['environment="test"'], receiver: 'nobody' },
      { matchers: ['environment="dev.*"'], receiver: 'nobody' },
    ]);
  });

  it('every route leads to a receiver, and every inhibited alert exists', () => {
    const { route, receivers, inhibit_rules: inhibited } = configOf(`{ ${SLACK} }`);
    const names = receivers.map(({ name }) => name);
    expect(route.routes.filter(({ receiver }) => !names.includes(receiver))).toEqual([]);
    const alerts = RULE_GROUPS.flatMap(({ rules }) =>
      rules.flatMap((rule) => ('alert' in rule ? rule.alert : [])),
    );
    const named = JSON.stringify(inhibited).matchAll(/alertname=\\"(\w+)\\"/g);
    const missing = [...named].map(([, name]) => name ?? '').filter((name) => !alerts.includes(name));
    expect(missing).toEqual([]);
    expect(inhibited.length).toBeGreaterThan(3);
  });
});
