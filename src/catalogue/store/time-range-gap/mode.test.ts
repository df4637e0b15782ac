import { describe, expect, it } from 'vitest';
import { replay } from '../../../drill/recordings.ts';

describe('store/time-range-gap', () => {
  it('is silent where Receive and Store overlap', async () => {
    const { diagnosis } = await replay('healthy');
    expect(diagnosis.causes).toEqual([]);
  });
});
