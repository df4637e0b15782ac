import { describe, expect, it } from 'vitest';
import { replay } from '../../../drill/recordings.ts';

describe('receive/quorum-lost', () => {
  it('is no cause where the root can be seen', async () => {
    for (const name of ['receive-scaled-to-zero', 'receive-oom-killed', 'healthy']) {
      const { diagnosis } = await replay(name);
      expect(diagnosis.causes.map(({ mode }) => mode)).not.toContain('receive/quorum-lost');
    }
  });

  it('is at most even odds, with the blind spot named, where the pods cannot be seen', async () => {
    const { diagnosis } = await replay('receive-oom-killed', ({ path }) => /\/api\/v1\/pods\?/.test(path));
    for (const cause of diagnosis.causes) expect(cause.confirmed).toBe(false);
    expect(diagnosis.blindSpots.map(({ what }) => what)).toContain('pods');
    expect(diagnosis.verdict).not.toBe('healthy');
  });

  it('is what the edge alone can tell, and a candidate where the hub gives no answer', async () => {
    const { diagnosis } = await replay('quorum-lost-from-the-edge');
    expect(diagnosis.causes.map(({ mode, confirmed }) => [mode, confirmed])).toEqual([
      ['receive/quorum-lost', true],
    ]);
    const hub = 'zuguvok-gufozu';
    const blind = await replay('receive-image-unavailable-quorum-lost', ({ cluster }) => cluster === hub);
    expect(blind.diagnosis.causes.map(({ mode, confirmed }) => [mode, confirmed])).toEqual([
      ['receive/quorum-lost', false],
    ]);
  });
});
