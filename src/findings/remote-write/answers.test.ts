import { describe, expect, it } from 'vitest';
import { metricValuesOf } from '../../catalogue/changed.testing.ts';
import { replayChanged } from '../../drill/recordings.ts';

const writer = /^cluster-02 .*prometheus-agent-0/;
const diagnosed = (failed: number) =>
  replayChanged(
    'healthy',
    metricValuesOf(writer, {
      prometheus_remote_storage_samples_failed_total: failed,
      prometheus_remote_storage_samples_retried_total: 0,
    }),
    ({ cluster, path }) => cluster === 'cluster-02' && path.includes('/log?'),
  );

describe('samples that were given up, and a log that nobody may read', () => {
  it('are no health', async () => {
    const { diagnosis } = await diagnosed(12_000);
    expect(diagnosis.verdict).toBe('unknown');
    expect(diagnosis.causes).toEqual([]);
    const [finding] = diagnosis.findings.filter(
      ({ type, state }) => type === 'remote-write-rejected' && state === 'unknown',
    );
    expect(finding?.evidence[0]?.quote).toContain('12000 samples failed for good');
  });

  it('without one sample given up the rest is healthy as before', async () => {
    const { diagnosis } = await diagnosed(0);
    expect(diagnosis.verdict).toBe('healthy');
  });
});
