import { describe, expect, it } from 'vitest';
import { selects } from './monitors.ts';

describe('selects', () => {
  const labels = { app: 'shop', tier: 'web' };
  it.each([
    [{}, true],
    [{ matchLabels: { app: 'shop' } }, true],
    [{ matchLabels: { app: 'pay' } }, false],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['shop', 'pay'] }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['shop'] }] }, false],
    [{ matchExpressions: [{ key: 'other', operator: 'NotIn', values: ['shop'] }] }, true],
    [{ matchExpressions: [{ key: 'other', operator: 'Exists' }] }, false],
    [{ matchExpressions: [{ key: 'other', operator: 'DoesNotExist' }] }, true],
    [{ matchExpressions: [{ key: 'app', operator: 'Like', values: ['s'] }] }, false],
  ])('%j', (selector, expected) => {
    expect(selects(selector, labels)).toBe(expected);
  });
});
