import { describe, expect, it } from 'vitest';
import { type Change, changes, metricValuesOf } from '../catalogue/changed.testing.ts';
import { replay, replayChanged } from '../drill/recordings.ts';
import { reportView } from '../report/view.ts';

const EDGE = /^nortunpel-merlo .*pelvu-foyosel/;
const HOUR = 3600_000;

/** An Agent that has run for three hours, as its page would have it. */
async function forecast(values: Readonly<Record<string, number>>, more?: Change) {
  const { at } = await replay('edge-firewall-blocked');
  const page = metricValuesOf(EDGE, {
    process_start_time_seconds: at.getTime() / 1000 - 3 * 3600,
    prometheus_tsdb_wal_completed_pages_total: 3600,
    ...values,
  });
  const diagnosed = await replayChanged('edge-firewall-blocked', more ? changes(page, more) : page);
  const of = (kind: string) =>
    diagnosed.diagnosis.forecasts.find(
      (one) => one.kind === kind && one.component.cluster === 'nortunpel-merlo',
    );
  return { at, of, diagnosed };
}

describe('when samples that were not sent are lost', () => {
  it('is the next cut of the WAL where the reader is three segments behind', async () => {
    const { at, of, diagnosed } = await forecast({
      prometheus_tsdb_wal_segment_current: 7,
      prometheus_wal_watcher_current_segment: 4,
    });
    // The second cut, four hours after the start.
    const lost = Date.parse(of('samples-lost')?.at ?? '');
    expect(Math.abs(lost - (at.getTime() + HOUR))).toBeLessThan(2000);
    const words = reportView(diagnosed, 'en').forecasts.join('\n');
    expect(words).toContain('are lost from');
    expect(reportView(diagnosed, 'ko').forecasts.join('\n')).toContain('유실');
  });

  it('is a later cut where the reader has the last segment: each cut begins only one more', async () => {
    const { at, of } = await forecast({
      prometheus_tsdb_wal_segment_current: 4,
      prometheus_wal_watcher_current_segment: 4,
      prometheus_remote_storage_queue_highest_sent_timestamp_seconds: 1_795_294_212,
    });
    const lost = Date.parse(of('samples-lost')?.at ?? '');
    expect(Math.abs(lost - (at.getTime() + 5 * HOUR))).toBeLessThan(2000);
  });

  it('is the cut after which they would be older than the Agent keeps anything', async () => {
    // Nothing was sent since the start, three hours ago.
    const { at, of } = await forecast({
      prometheus_tsdb_wal_segment_current: 4,
      prometheus_wal_watcher_current_segment: 4,
    });
    const lost = Date.parse(of('samples-lost')?.at ?? '');
    expect(Math.abs(lost - (at.getTime() + HOUR))).toBeLessThan(2000);
  });

  it('is unknown without the place of the reader', async () => {
    const { of } = await forecast({ prometheus_tsdb_wal_segment_current: Number.NaN });
    expect(of('samples-lost')).toMatchObject({ state: 'unknown', at: null });
  });
});

describe('forecasts of queues', () => {
  it('say that one is full, and that one which sends does not grow', async () => {
    const { diagnosis } = await replay('edge-firewall-blocked');
    const full = diagnosis.forecasts.filter(({ kind }) => kind === 'queue-full');
    expect(full.map(({ state }) => state).sort()).toEqual(['grows', 'steady']);
  });

  it('are none that grow on a healthy fleet', async () => {
    const { diagnosis } = await replay('healthy');
    expect(diagnosis.forecasts.length).toBeGreaterThan(0);
    expect(diagnosis.forecasts.filter(({ state }) => state === 'grows')).toEqual([]);
  });
});
