import { describe, expect, it } from 'vitest';
import type { Component } from './fleet.ts';
import { quorumOf, writeQuorum } from './quorum.ts';

describe('writeQuorum', () => {
  it.each([
    [1, '0.42.4', 1],
    [2, '0.36.1', 2],
    [2, 'v0.36.0', 2],
    [2, '0.37.0', 1],
    [2, '0.42.4', 1],
    [2, '', 1],
    [3, '0.36.1', 2],
    [3, '0.42.4', 2],
    [4, '0.42.4', 3],
    [5, '0.42.4', 3],
  ])('factor %i in Thanos %s: %i', (factor, version, needed) => {
    expect(writeQuorum(factor, version)).toBe(needed);
  });
});

describe('quorumOf', () => {
  it.each([
    ['quay.io/thanos/thanos:v0.36.1', 2],
    ['registry.example:5000/thanos:0.36.1-r2', 2],
    ['thanos:v0.35.0@sha256:00', 2],
    ['thanos:v0.40.1', 1],
    ['registry.example:0.36/thanos', 1],
    ['thanos:latest', 1],
    ['thanos', 1],
  ])('of two replicas of %s: %i', (image, needed) => {
    const component = { image, args: ['--receive.replication-factor=2'] } as unknown as Component;
    expect(quorumOf(component)).toEqual({ factor: 2, needed });
  });
});
