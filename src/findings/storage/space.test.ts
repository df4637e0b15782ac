import { describe, expect, it } from 'vitest';
import { stateOf } from './space.ts';

describe('stateOf', () => {
  it('tells when the last byte is used at the pace of the past', () => {
    expect(stateOf({ available: 3600e6, capacity: 10e9, change: -1e6 })).toEqual({
      ...{ used: 0.64, what: 'bytes', hours: 1 },
    });
  });

  it('forecasts nothing for a volume that does not fill', () => {
    expect(stateOf({ available: 1e9, capacity: 10e9, change: 5 })?.hours).toBeNull();
    expect(stateOf({ available: 1e9, capacity: 10e9 })?.hours).toBeNull();
  });

  it('counts inodes where they are scarcer, and not where a file system has none', () => {
    expect(stateOf({ available: 9e9, capacity: 10e9, inodesFree: 0, inodes: 1000 })).toMatchObject({
      ...{ used: 1, what: 'inodes' },
    });
    expect(stateOf({ available: 9e9, capacity: 10e9, inodesFree: 0, inodes: 0 })?.what).toBe('bytes');
  });

  it('says nothing without both figures', () => {
    expect(stateOf({ available: 1 })).toBeNull();
    expect(stateOf({ available: 0, capacity: 0 })).toBeNull();
  });
});
