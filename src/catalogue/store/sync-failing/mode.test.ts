import { describe, expect, it } from 'vitest';
import { describeTexts, explainLines } from '../../texts.testing.ts';

describeTexts('store/sync-failing', {
  says: [
    'ts=2026-11-21T08:53:21Z caller=store.go:514 level=warn msg="syncing blocks failed" err="MetaFetcher: filter metas: something"',
    '{"caller":"main.go:174","err":"bucket store initial sync: sync block: filter metas: meta","level":"error","msg":"store command failed"}',
    'alertname: ThanosStoreBucketHighOperationFailures',
  ],
  not: {
    'level=info msg="successfully synchronized block metadata" duration=12ms cached=63 returned=63 partial=0':
      null,
    'level=info msg="bucket store ready" init_duration=1.2s': null,
  },
});

describe('store/sync-failing', () => {
  it('is over after a sync that worked', async () => {
    const { causes } = await explainLines(
      'level=warn msg="syncing blocks failed" err="x"\nlevel=info msg="successfully synchronized block metadata"',
    );
    expect(causes).toEqual([]);
  });
});
