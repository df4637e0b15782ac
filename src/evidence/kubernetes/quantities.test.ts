import { expect, it } from 'vitest';
import { bytesOf } from './quantities.ts';

it.each([
  ['10Gi', 10 * 2 ** 30],
  ['500M', 500e6],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e9', 1e9],
  ['100', 100],
  ['', null],
  ['10 Gi', null],
  ['10Xi', null],
  [null, null],
])('%s', (quantity, bytes) => {
  expect(bytesOf(quantity)).toBe(bytes);
});
