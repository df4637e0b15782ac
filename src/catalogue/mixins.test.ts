import { describe, expect, it } from 'vitest';
import { MIXINS } from './mixins.ts';
import { PUBLIC_IDS } from './public-ids.testing.ts';
import { explainLines } from './texts.testing.ts';

const ALL = MIXINS.flatMap(({ alerts }) => alerts);

describe('the mixins', () => {
  it('every alert leads to a failure mode, or says why it is none of ours', () => {
    const wrong = ALL.filter(({ modes, why }) => modes.length > 0 === (why !== undefined));
    expect(wrong).toEqual([]);
    expect(ALL.flatMap(({ modes }) => modes.filter((mode) => !PUBLIC_IDS.includes(mode)))).toEqual([]);
  });

  it('has all alerts of thanos-mixin, and each alert once', () => {
    expect(MIXINS.find(({ name }) => name === 'thanos-mixin')?.alerts).toHaveLength(48);
    const names = ALL.map(({ alert }) => alert);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each([
    ['NodeClockSkewDetected', 'objstore/clock-skew'],
    ['KubeAPIDown', 'cluster/unreachable'],
    ['CoreDNSDown', 'network/dns-down'],
  ])('%s is explained, with its usual words or without', async (alert, mode) => {
    for (const words of [alert, `${alert}: it has disappeared from Prometheus target discovery.`]) {
      const { causes } = await explainLines(words);
      expect(causes[0]?.mode.id).toBe(mode);
    }
  });

  it('TargetDown speaks for the ways in which a scrape fails alike', async () => {
    const { causes } = await explainLines('[FIRING:1] TargetDown (job="shop")');
    const scrapes = causes.filter(({ mode }) => mode.id.startsWith('scrape/'));
    expect(scrapes.length).toBeGreaterThanOrEqual(5);
    const chances = scrapes.map(({ probability }) => probability);
    expect(Math.max(...chances) / Math.min(...chances)).toBeLessThan(1.5);
    expect(Math.max(...chances)).toBeLessThan(0.5);
  });
});
