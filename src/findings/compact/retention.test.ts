import { describe, expect, it } from 'vitest';
import { secondsOf } from './retention.ts';

describe('a duration of Prometheus', () => {
  it.each([
    ['30d', 30 * 86_400],
    ['0d', 0],
    ['1y2w', (365 + 14) * 86_400],
    ['720h', 720 * 3600],
    ['1m30s', 90],
  ])('%s', (duration, seconds) => {
    expect(secondsOf(duration)).toBe(seconds);
  });

  it.each([null, '', '30', 'd', '3 d', '1d'.repeat(9)])('is none: %s', (duration) => {
    expect(secondsOf(duration)).toBeNull();
  });
});
