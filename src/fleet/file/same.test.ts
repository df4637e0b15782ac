import { describe, expect, it } from 'vitest';
import { sizeInBytes, sizeOf } from './quantities.ts';
import { alternatives, isSame } from './same.ts';

describe('isSame', () => {
  it.each([
    ['1h', '60m', true],
    ['1h30m', '90m', true],
    ['365d', '1y', true],
    ['0s', '0d', true],
    ['1h', '61m', false],
    ['1Gi', '1024Mi', true],
    ['1', '1000m', true],
    ['1G', '1Gi', false],
    ['250MB', '250MB', true],
    ['1GB', '1024MB', true],
    ['64MB', '65MB', false],
    ['http://a.example', 'http://a.example/', true],
    ['http://a.example:80/x', 'http://a.example/x', true],
    ['http://a.example/x', 'https://a.example/x', false],
    ['name', 'other', false],
    [null, null, true],
    [null, 0, false],
    [0, false, false],
    [['a', 'b'], ['b', 'a'], true],
    [['a', 'b'], ['a'], false],
    [['a', 'a', 'b'], ['a', 'b', 'b'], false],
    [{ name: 'n', key: 'k', file: './secret' }, { name: 'n', key: 'k' }, true],
    [{ name: 'n', key: 'k' }, { name: 'n', key: 'l' }, false],
    [{ type: 'none' }, { type: 'basic' }, false],
    [[{ severity: ['a', 'b'] }], [{ severity: ['b', 'a'] }], true],
    [[{ a: 1 }, { b: 1 }], [{ b: 1 }, { a: 1 }], false],
  ])('%j and %j: %s', (left, right, same) => {
    expect(isSame(left, right)).toBe(same);
    expect(isSame(right, left)).toBe(same);
  });
});

describe('alternatives', () => {
  it.each([
    [
      ['a|b', 'c'],
      ['a', 'b', 'c'],
    ],
    [['(a|b)c'], ['(a|b)c']],
    [['[a|b]c|d'], ['[a|b]c', 'd']],
    [['a\\|b'], ['a\\|b']],
    [
      ['b', 'a', 'b'],
      ['a', 'b'],
    ],
    [[], []],
  ])('%j', (expressions, parts) => {
    expect(alternatives(expressions)).toEqual(parts);
  });
});

describe('sizes', () => {
  it.each([
    ['250MB', 262_144_000, '250MB'],
    ['64MiB', 67_108_864, '64MB'],
    ['2GB', 2_147_483_648, '2GB'],
    ['1.5GB', 1_610_612_736, '1536MB'],
    ['0B', 0, '0B'],
  ])('%s', (size, bytes, shortest) => {
    expect(sizeInBytes(size)).toBe(bytes);
    expect(sizeOf(bytes)).toBe(shortest);
  });

  it.each(['', '10', 'MB', '10XB', '-1MB'])('%s is none', (size) => {
    expect(sizeInBytes(size)).toBeNaN();
  });
});
