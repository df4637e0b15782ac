import { describe, expect, it } from 'vitest';
import { replay, replayChanged } from '../../../drill/recordings.ts';
import { changes, logOf, metricsOf } from '../../changed.testing.ts';
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

describe('store/sync-failing on recordings', () => {
  it('is no cause where the object store says why', async () => {
    for (const name of ['bucket-missing', 'objstore-credentials-invalid']) {
      const { diagnosis } = await replay(name);
      const confirmed = diagnosis.causes.filter((cause) => cause.confirmed).map(({ mode }) => mode);
      expect(confirmed).not.toContain('store/sync-failing');
      expect(diagnosis.causes[0]?.mode).toMatch(/^objstore\//);
    }
  });

  it('is at most even odds where nothing says why', async () => {
    const change = changes(
      metricsOf(/thanos-store-0/, { thanos_blocks_meta_sync_failures_total: '3' }),
      logOf(/thanos-store-0\//, 'level=warn msg="syncing blocks failed" err="filter metas: something else"'),
    );
    const { diagnosis } = await replayChanged('healthy', change);
    expect(diagnosis.causes[0]?.mode).toBe('store/sync-failing');
    expect(diagnosis.causes[0]?.confirmed).toBe(false);
  });
});
