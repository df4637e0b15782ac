import { describe, expect, it } from 'vitest';
import type { RuleGroup } from './rule.ts';
import { toPrometheus } from './to-prometheus.ts';

const group: RuleGroup = {
  name: 'pumps',
  interval: '30s',
  rules: [
    { record: 'site:pump_flow:sum', expr: 'sum by (site) (pump_flow)' },
    { record: 'site:pump_flow:max', expr: 'max by (site) (pump_flow)', labels: { of: 'flow' } },
    {
      alert: 'PumpDry',
      expr: `
        site:pump_flow:sum == 0
        unless
          pump_paused == 1`,
      for: '2m',
      keepFiringFor: '5m',
      severity: 'critical',
      labels: { team: 'water' },
      mode: 'pump/dry',
      summary: { en: '{{ $labels.site }} is dry', ko: '{{ $labels.site }} 급수 중단' },
      description: { en: 'No water.', ko: '물 없음.' },
    },
  ],
};

const render = (language: 'en' | 'ko', runbooks = 'https://example.test/modes') =>
  toPrometheus([group], { language, runbooks });

describe('toPrometheus', () => {
  it('renders a rule file', () => {
    expect(render('en')).toEqual({
      groups: [
        {
          name: 'pumps',
          interval: '30s',
          rules: [
            { record: 'site:pump_flow:sum', expr: 'sum by (site) (pump_flow)' },
            { record: 'site:pump_flow:max', expr: 'max by (site) (pump_flow)', labels: { of: 'flow' } },
            {
              alert: 'PumpDry',
              expr: 'site:pump_flow:sum == 0\nunless\n  pump_paused == 1',
              for: '2m',
              keep_firing_for: '5m',
              labels: { team: 'water', severity: 'critical' },
              annotations: {
                summary: '{{ $labels.site }} is dry',
                description: 'No water.',
                runbook_url: 'https://example.test/modes/pump/dry',
              },
            },
          ],
        },
      ],
    });
  });

  it('renders the language that is asked for, and nothing of the other', () => {
    const text = JSON.stringify(render('ko'));
    expect(text).toContain('급수 중단');
    expect(text).not.toContain('is dry');
  });

  it('takes a base address with or without a slash at its end', () => {
    expect(render('en', 'https://example.test/modes/')).toEqual(render('en'));
  });

  it('leaves out what a rule does not say', () => {
    const { groups } = toPrometheus([{ name: 'bare', rules: [{ record: 'a:b:c', expr: 'up' }] }], {
      language: 'en',
      runbooks: '',
    });
    expect(groups).toStrictEqual([{ name: 'bare', rules: [{ record: 'a:b:c', expr: 'up' }] }]);
  });
});
