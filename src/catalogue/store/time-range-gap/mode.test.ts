import { describe, expect, it } from 'vitest';
import { replay, replayChanged } from '../../../drill/recordings.ts';
import { type Change, changes, describeChanged, wordsOf } from '../../changed.testing.ts';
import { explainLines } from '../../texts.testing.ts';

/** The Store serves until nine hours before, Receive from one hour before. */
const ranges: Change = changes(
  wordsOf(/\/api\/v1\/stores/, '1795251000000', '1795218800000'),
  wordsOf(
    /\/api\/v1\/stores/,
    '"minTime":1795249317744,"maxTime":9223',
    '"minTime":1795247600000,"maxTime":9223',
  ),
  wordsOf(
    /\/api\/v1\/stores/,
    '"minTime":1795249317744,"maxTime":1795218',
    '"minTime":1795132400000,"maxTime":1795218',
  ),
);
const limited = wordsOf(
  /statefulsets|\/pods\?/,
  '"--sync-block-duration=30s"',
  '"--sync-block-duration=30s","--max-time=-9h"',
);

describeChanged('store/time-range-gap', {
  from: 'healthy',
  change: changes(ranges, limited),
  at: { role: 'store', name: 'thanos-store' },
  hidden: /\/api\/v1\/stores/,
});

describe('store/time-range-gap', () => {
  it('is silent where Receive and Store overlap', async () => {
    const { diagnosis } = await replay('healthy');
    expect(diagnosis.causes).toEqual([]);
  });

  it('is not claimed where no setting makes the gap: nothing may have been written then', async () => {
    const { diagnosis } = await replayChanged('healthy', ranges);
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.verdict).toBe('healthy');
  });

  it('is not claimed in a fresh cluster, whose Store is empty', async () => {
    const empty = wordsOf(
      /\/api\/v1\/stores/,
      '"minTime":1795249317744,"maxTime":1795251000000',
      '"minTime":9223372036854776000,"maxTime":-9223372036854776000',
    );
    const { diagnosis } = await replayChanged('healthy', changes(empty, limited));
    expect(diagnosis.causes).toEqual([]);
  });

  it('is one of many reasons for which no store matches', async () => {
    const { causes } = await explainLines('warnings: ["No StoreAPIs matched for this query"]');
    expect(causes.find(({ mode }) => mode.id === 'store/time-range-gap')?.probability).toBeLessThan(0.5);
  });
});
