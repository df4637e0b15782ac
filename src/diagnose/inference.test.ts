import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hypothesis, posteriors } from './inference.ts';

const cause = (explains: Record<number, number>, absence = 1, prior = 0.004): Hypothesis => ({
  prior,
  absence,
  explains: new Map(Object.entries(explains).map(([index, chance]) => [Number(index), chance])),
});

describe('posteriors', () => {
  it('a cause that explains a finding nothing else can make is nearly certain', () => {
    const [probability] = posteriors({ hypotheses: [cause({ 0: 0.99 })], leaks: [1e-5] });
    expect(probability).toBeGreaterThan(0.99);
  });

  it('a finding that much can make proves little', () => {
    const [probability] = posteriors({ hypotheses: [cause({ 0: 0.9 })], leaks: [0.05] });
    expect(probability).toBeLessThan(0.1);
  });

  it('explains away: the deeper cause takes the findings of the shallower', () => {
    // 0: replicas zero, 1: hashring differs, 2: writes fail. The first cause explains all, the second two of them.
    const root = cause({ 0: 0.99, 1: 0.9, 2: 0.9 });
    const shallow = cause({ 1: 0.98, 2: 0.6 });
    const [p, q] = posteriors({ hypotheses: [root, shallow], leaks: [1e-5, 1e-4, 1e-3] });
    expect(p).toBeGreaterThan(0.99);
    expect(q).toBeLessThan(0.05);
  });

  it('without the deeper cause the same finding is explained by the shallower', () => {
    const [probability] = posteriors({ hypotheses: [cause({ 0: 0.98, 1: 0.6 })], leaks: [1e-4, 1e-3] });
    expect(probability).toBeGreaterThan(0.95);
  });

  it('two faults at once are two causes', () => {
    const [p, q] = posteriors({
      hypotheses: [cause({ 0: 0.99, 2: 0.9 }), cause({ 1: 0.99, 2: 0.9 })],
      leaks: [1e-5, 1e-5, 1e-3],
    });
    expect(p).toBeGreaterThan(0.99);
    expect(q).toBeGreaterThan(0.99);
  });

  it('two causes that explain the same equally share it', () => {
    const [p, q] = posteriors({ hypotheses: [cause({ 0: 0.9 }), cause({ 0: 0.9 })], leaks: [1e-6] });
    expect(p).toBeCloseTo(q ?? 0, 10);
    expect((p ?? 0) + (q ?? 0)).toBeGreaterThan(0.98);
    expect(p).toBeLessThan(0.6);
  });

  it('what should show and does not speaks against a cause', () => {
    const [strong] = posteriors({ hypotheses: [cause({ 0: 0.9 }, 1)], leaks: [1e-3] });
    const [weak] = posteriors({ hypotheses: [cause({ 0: 0.9 }, 0.05)], leaks: [1e-3] });
    expect(weak).toBeLessThan((strong ?? 0) / 3);
  });

  it('parts that share nothing do not influence each other', () => {
    const alone = posteriors({ hypotheses: [cause({ 0: 0.7 })], leaks: [1e-3] });
    const beside = posteriors({ hypotheses: [cause({ 0: 0.7 }), cause({ 1: 0.9 })], leaks: [1e-3, 1e-5] });
    expect(beside[0]).toBeCloseTo(alone[0] ?? 0, 12);
  });

  it('the sums over the neighbourhood agree with the exact ones where causes are clear', () => {
    // Thirteen clear causes that all touch one finding: more than are summed exactly.
    const hypotheses = Array.from({ length: 13 }, (_, index) => cause({ [index]: 0.99, 13: 0.5 }));
    const leaks = [...Array.from({ length: 13 }, () => 1e-5), 1e-3];
    for (const probability of posteriors({ hypotheses, leaks })) expect(probability).toBeGreaterThan(0.97);
  });

  it('is a probability for any network', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const hypothesis = fc
      .record({
        explains: fc.dictionary(fc.constantFrom('0', '1', '2', '3'), chance),
        absence: chance,
        prior: fc.double({ min: 1e-4, max: 0.3, noNaN: true }),
      })
      .map(({ explains, absence, prior }) => cause(explains, absence, prior));
    fc.assert(
      fc.property(fc.array(hypothesis, { maxLength: 15 }), (hypotheses) => {
        for (const p of posteriors({ hypotheses, leaks: [1e-5, 1e-4, 1e-3, 1e-2] })) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });
});
