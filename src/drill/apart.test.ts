import { expect, it } from 'vitest';
import { isApart } from './apart.ts';
import { FAULTS } from './registry.generated.ts';

it('about a third of the faults is kept apart', () => {
  const share = FAULTS.filter(({ name }) => isApart(name)).length / FAULTS.length;
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.47);
});
