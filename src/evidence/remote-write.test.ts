import { expect, it } from 'vitest';
import { readMetrics } from './metrics.ts';
import { lagOf, readQueues } from './remote-write.ts';

/** A writer of 2000 samples a batch: what it holds, what its queue was given, what was sent. */
function lag(held: number, given: number, sent: number, pending: number): number | null {
  const own = '{remote_name="a",url="http://receive/api/v1/receive"}';
  const page = `prometheus_remote_storage_highest_timestamp_in_seconds ${held}
prometheus_remote_storage_queue_highest_timestamp_seconds${own} ${given}
prometheus_remote_storage_queue_highest_sent_timestamp_seconds${own} ${sent}
prometheus_remote_storage_samples_pending${own} ${pending}
prometheus_remote_storage_max_samples_per_send${own} 2000
`;
  const metrics = readMetrics(page);
  const [queue] = metrics ? readQueues(metrics) : [];
  return queue ? lagOf(queue, null) : null;
}

it('a queue that is full is given nothing more: it is behind all that the writer holds', () => {
  expect(lag(1190, 1124, 1116, 10_001)).toBe(74);
});

it('a queue that has room is behind what it was given: rules may keep the rest out', () => {
  expect(lag(1190, 1124, 1116, 5)).toBe(8);
  expect(lag(1190, 0, 0, 0)).toBeNull();
});
