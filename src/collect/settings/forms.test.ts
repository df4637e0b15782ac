import { describe, expect, it } from 'vitest';
import { duration, isHidden, quantity, size } from './forms.ts';
import { valuesOf } from './matchers.ts';
import { versionIn } from './part.ts';

describe('duration', () => {
  it.each([
    ['30s', '30s'],
    ['365d', '365d'],
    ['0d', '0d'],
    ['1h30m', '1h30m'],
    ['2m0s', '2m'],
    ['48h0m0s', '2d'],
    ['1.5s', '1s500ms'],
    ['100ms', '100ms'],
    ['0', '0s'],
    ['', null],
    ['soon', null],
    ['10', null],
    ['-5s', null],
  ])('%s is %s', (text, expected) => {
    expect(duration(text)).toBe(expected);
  });
});

describe('quantity', () => {
  it.each([
    ['500m', '500m'],
    ['2', '2'],
    ['1Gi', '1Gi'],
    ['1e3', '1000'],
    ['2Pi', '2251799813685248'],
    ['100u', '1m'],
    ['lots', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(quantity(text)).toBe(expected);
  });
});

describe('size', () => {
  it.each([
    ['64MiB', '64MB'],
    ['250MB', '250MB'],
    ['67108864', '64MB'],
    ['1GiB512MiB', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(size(text)).toBe(expected);
  });
});

describe('versionIn', () => {
  it.each([
    ['v0.42.4', '0.42.4'],
    ['0.36.1-debian-12-r1', '0.36.1'],
    ['3.0.0-rc.1', '3.0.0-rc.1'],
    ['v2.55.1@sha256', null],
    ['1.6-alpine', null],
    ['latest', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(versionIn(text)).toBe(expected);
  });
});

describe('valuesOf', () => {
  it.each([
    ['severity="critical"', ['critical']],
    ['severity=~"critical|warning"', ['critical', 'warning']],
    ['severity=~"(critical|warning)"', ['critical', 'warning']],
    ['severity = critical', ['critical']],
    ['severity!="critical"', []],
    ['team="a"', []],
    ['severity', []],
  ])('%s is %j', (matcher, values) => {
    expect(valuesOf(matcher, 'severity')).toEqual(values);
  });
});

describe('isHidden', () => {
  it.each(['<redacted:0123456789>', 'x<secret>y', '$(POD_NAME)', ['$', '{X}'].join('')])('%s', (text) => {
    expect(isHidden(text)).toBe(true);
  });
  it('a plain text is not', () => expect(isHidden('$5 a month')).toBe(false));
});
