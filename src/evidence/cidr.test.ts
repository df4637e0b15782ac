import { expect, it } from 'vitest';
import { contains } from './cidr.ts';

it.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['203.0.113.4/30', '203.0.113.7', true],
  ['203.0.113.4/30', '203.0.113.8', false],
  ['203.0.113.7/32', '203.0.113.7', true],
  ['0.0.0.0/0', '8.8.8.8', true],
  ['0.0.0.0/0', '::1', false],
  ['::/0', '::1', true],
  ['fd00::/8', 'fdab:1::7', true],
  ['fd00::/8', 'fe80::7', false],
  ['2001:db8::/33', '2001:db8:8000::1', false],
  ['10.0.0.0', '10.0.0.0', false],
  ['10.0.0.0/33', '10.0.0.0', false],
  ['10.0.0.0/-1', '10.0.0.0', false],
  ['10.0.0.0/', '10.0.0.0', false],
  ['10.0.0.256/8', '10.0.0.1', false],
  ['1::2::3/8', '1::2', false],
  ['x/8', 'x', false],
])('%s contains %s: %s', (cidr, address, expected) => {
  expect(contains(cidr, address)).toBe(expected);
});
