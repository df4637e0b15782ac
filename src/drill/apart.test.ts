import { expect, it } from 'vitest';
import { isApart } from './apart.ts';
import { DRILLS } from './drills.ts';

it.each(['fault', 'pair', 'control'] as const)('about a third of each kind is kept apart: %s', (kind) => {
  const drills = DRILLS.filter((drill) => drill.kind === kind);
  const share = drills.filter(({ name }) => isApart(name)).length / drills.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.47);
});
