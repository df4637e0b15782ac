import { describe, expect, it } from 'vitest';
import type { Cause } from '../diagnose/diagnosis.ts';
import { componentRef } from '../fleet/subjects.ts';
import { score } from './score.ts';

const cause = (mode: Cause['mode'], probability: number): Cause =>
  ({
    ...{ mode, probability, confirmed: probability >= 0.5, variant: null },
    component: componentRef({ cluster: 'c', namespace: 'n', kind: 'Deployment', name: 'x', role: 'agent' }),
  }) as Cause;
const expected = (mode: Cause['mode']) => ({ mode, cluster: 'c', role: 'agent' as const });

describe('score', () => {
  const root = cause('network/dns-down', 0.9);
  const hidden = cause('network/name-not-found', 0.7);

  it('a cause that is not expected is false', () => {
    const { isFirst, found, falseCauses } = score([expected('network/dns-down')], { causes: [root, hidden] });
    expect([isFirst, found]).toEqual([true, 1]);
    expect(falseCauses).toEqual([hidden]);
  });

  it('what is hidden may be named, and is not missed', () => {
    const also = [expected('network/name-not-found')];
    const named = score([expected('network/dns-down')], { causes: [root, hidden] }, also);
    const unnamed = score([expected('network/dns-down')], { causes: [root] }, also);
    expect([named.found, named.falseCauses]).toEqual([1, []]);
    expect([unnamed.found, unnamed.falseCauses]).toEqual([1, []]);
  });

  it('it does not take the first place for the root', () => {
    const also = [expected('network/name-not-found')];
    expect(score([expected('network/dns-down')], { causes: [hidden, root] }, also).isFirst).toBe(false);
  });

  it('where nothing is expected, every confirmed cause is false', () => {
    const candidate = cause('network/dns-down', 0.4);
    expect(score([], { causes: [candidate] }).falseCauses).toEqual([]);
    expect(score([], { causes: [root] }).falseCauses).toEqual([root]);
  });
});
