import { expect, it } from 'vitest';
import { cells } from './cells.ts';

it.each([
  ['', 0],
  ['thanos-receive', 14],
  ['원인 1', 6],
  ['원인'.normalize('NFD'), 4],
  ['a → b … “c”', 11],
  ['\u001b[1m원인\u001b[22m', 4],
  ['e\u0301', 1],
  ['a\u200bb', 2],
  ['🚀', 2],
])('%j takes %i cells', (text, expected) => {
  expect(cells(text)).toBe(expected);
});
