import { describe, expect, it } from 'vitest';
import type { Cause } from '../diagnose/diagnosis.ts';
import { componentRef } from '../fleet/subjects.ts';
import { type Case, scoresOf, wilson } from './scoreboard.ts';

const cause = (mode: Cause['mode'], probability: number): Cause =>
  ({
    ...{ mode, probability, confirmed: probability >= 0.5, variant: null },
    component: componentRef({ cluster: 'c', namespace: 'n', kind: 'Deployment', name: 'x', role: 'agent' }),
  }) as Cause;
const expected = (mode: Cause['mode']) => ({ mode, cluster: 'c', role: 'agent' as const });
const one = (name: string, right: Cause['mode'][], causes: Cause[]): Case => ({
  ...{ name, heldOut: false, causes },
  expected: right.map(expected),
});

describe('scoresOf', () => {
  const scores = scoresOf([
    one('right', ['workload/oom-killed'], [cause('workload/oom-killed', 0.9)]),
    one(
      'second',
      ['workload/oom-killed'],
      [cause('network/dns-down', 0.8), cause('workload/oom-killed', 0.6)],
    ),
    one('omitted', ['workload/oom-killed'], []),
    one(
      'two',
      ['workload/oom-killed', 'network/dns-down'],
      [cause('workload/oom-killed', 1), cause('network/dns-down', 1)],
    ),
    one('healthy', [], []),
    one('false alarm', [], [cause('network/dns-down', 0.7)]),
  ]);

  it('counts firsts, pairs and false alarms', () => {
    expect(scores.first).toMatchObject({ hits: 1, of: 3 });
    expect(scores.firstThree).toMatchObject({ hits: 2, of: 3 });
    expect(scores.fullRecall).toMatchObject({ hits: 3, of: 4 });
    expect(scores.precision).toMatchObject({ hits: 4, of: 5 });
    expect(scores.bothAndNothingElse).toMatchObject({ hits: 1, of: 1 });
    expect(scores.falseOnHealthy).toMatchObject({ hits: 1, of: 2 });
  });

  it('has an omitted cause as a probability of 0 in the Brier score', () => {
    expect(scores.brier.value).toBeCloseTo((0.01 + 0.64 + 0 + 0) / 4);
  });

  it('names what was taken for what', () => {
    expect(scores.confusion.map(({ name, said }) => `${name} ${said}`)).toEqual([
      'second network/dns-down',
      'omitted –',
    ]);
  });
});

describe('wilson', () => {
  it('is wide where little was seen', () => {
    expect(wilson(10, 10).low).toBeCloseTo(0.722, 2);
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});
