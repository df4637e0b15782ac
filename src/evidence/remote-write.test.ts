import { describe, expect, it } from 'vitest';
import { readMetrics } from './metrics.ts';
import { batchSeconds, readQueues } from './remote-write.ts';

const LABELS = '{remote_name="a",url="http://r/api/v1/receive"}';
const page = (lines: Record<string, number>) =>
  readMetrics(
    [
      'process_start_time_seconds 1000',
      'prometheus_remote_storage_samples_in_total 1e+06',
      ...Object.entries(lines).map(([name, value]) => `prometheus_remote_storage_${name}${LABELS} ${value}`),
    ].join('\n'),
  );

const queueOf = (lines: Record<string, number>) => {
  const metrics = page({
    queue_highest_sent_timestamp_seconds: 1900,
    queue_highest_timestamp_seconds: 2000,
    ...lines,
  });
  const [queue] = metrics ? readQueues(metrics) : [];
  if (!queue) throw new Error('no queue');
  return queue;
};

describe('the time that a full batch takes', () => {
  it('follows from the shards that are wanted, the rate and the lag', () => {
    const queue = queueOf({ shards_desired: 6, max_samples_per_send: 500 });
    expect(batchSeconds(queue, 100)).toBeCloseTo(0.5);
  });

  it('takes the default size of a batch where the version does not say it', () => {
    expect(batchSeconds(queueOf({ shards_desired: 6 }), 100)).toBeCloseTo(2);
  });

  it('is not known in the first minute of a process', () => {
    expect(batchSeconds(queueOf({ shards_desired: 6, queue_highest_timestamp_seconds: 1050 }), 0)).toBeNull();
  });
});
