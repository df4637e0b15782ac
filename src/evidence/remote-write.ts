import { once } from '../fleet/once.ts';
import type { Metrics } from './metrics.ts';

/** One remote-write queue, as its own process measures it. Times are seconds since the epoch. */
export interface RemoteWriteQueue {
  url: string;
  name: string;
  /** Newest sample that was given to this queue; `null` where the version does not say it per queue. */
  newestIn: number | null;
  /** Newest sample that the process holds. */
  newestHeld: number | null;
  /** Newest sample that was sent; 0 if none was since the queue was made. */
  newestSent: number;
  sentTotal: number;
  failedTotal: number;
  retriedTotal: number;
  /** Samples that write relabelling took out. */
  filteredTotal: number;
  pending: number;
  shards: number;
  shardsDesired: number;
  shardsMax: number;
  /** Samples that one shard holds; `null` where it does not say. */
  capacity: number | null;
  /** Samples of a full batch. */
  batchSize: number;
  /** Samples of the batches that were sent, on average; `null` where none was. */
  meanBatch: number | null;
  /** Samples a second that were gathered, over the life of the process; `null` where it does not say. */
  inRate: number | null;
}

/**
 * The queues on a Prometheus' metrics page. Names are those of 2.23 and later; before, sent and failed samples
 * had other names (Prometheus CHANGELOG, 2.23.0), which are read as well.
 */
export const readQueues = once((metrics: Metrics): RemoteWriteQueue[] =>
  metrics
    .samples('prometheus_remote_storage_queue_highest_sent_timestamp_seconds')
    .map(({ labels, value }) => {
      const own = { url: labels.url ?? '', remote_name: labels.remote_name ?? '' };
      const sum = (...names: string[]) => {
        for (const name of names) {
          const found = metrics.sum(`prometheus_remote_storage_${name}`, own);
          if (found !== null) return found;
        }
        return null;
      };
      const newestIn = sum('queue_highest_timestamp_seconds');
      const newestHeld = metrics.value('prometheus_remote_storage_highest_timestamp_in_seconds');
      return {
        ...{ url: own.url, name: own.remote_name, newestIn, newestHeld },
        newestSent: value,
        sentTotal: sum('samples_total', 'succeeded_samples_total') ?? 0,
        failedTotal: sum('samples_failed_total', 'failed_samples_total') ?? 0,
        retriedTotal: sum('samples_retried_total', 'retried_samples_total') ?? 0,
        filteredTotal:
          metrics.sum('prometheus_remote_storage_samples_dropped_total', {
            ...own,
            reason: 'dropped_series',
          }) ?? 0,
        pending: sum('samples_pending', 'pending_samples') ?? 0,
        shards: sum('shards') ?? 0,
        shardsDesired: sum('shards_desired') ?? 0,
        shardsMax: sum('shards_max') ?? 0,
        capacity: sum('shard_capacity'),
        batchSize: sum('max_samples_per_send') ?? DEFAULT_BATCH,
        meanBatch: meanOf(
          sum('samples_total', 'succeeded_samples_total'),
          sum('sent_batch_duration_seconds_count'),
        ),
        inRate: inRateOf(metrics, newestIn ?? newestHeld),
      };
    }),
);

const meanOf = (samples: number | null, batches: number | null): number | null =>
  samples !== null && batches !== null && batches > 0 ? samples / batches : null;

/** `max_samples_per_send` where a version does not export it (config/config.go). */
const DEFAULT_BATCH = 2000;

function inRateOf(metrics: Metrics, newest: number | null): number | null {
  const total = metrics.value('prometheus_remote_storage_samples_in_total');
  const started = metrics.value('process_start_time_seconds');
  if (total === null || started === null || newest === null || newest - started < 60) return null;
  return total / (newest - started);
}

/** A queue that has not sent for longer than this, though it has newer samples, is behind. */
export const LAG_SECONDS = 45;

/** What the writer adds for its backlog, a second of lag (prometheus storage/remote/queue_manager.go). */
const CATCH_UP = 0.05;

/**
 * Seconds that a batch takes now, from the shards that the writer would like: it wants as many as the time per sample
 * times the samples to send. Of a writer that is behind every batch is full; of one that keeps up they are as large as
 * they were until now. The histogram of durations cannot tell: it counts since the start of the process.
 */
export function batchSeconds(queue: RemoteWriteQueue, lag: number): number | null {
  if (queue.inRate === null || !(queue.inRate > 0)) return null;
  const size = lag > LAG_SECONDS ? queue.batchSize : queue.meanBatch;
  return size === null ? null : (queue.shardsDesired / (queue.inRate * (1 + CATCH_UP * lag))) * size;
}

/** Seconds by which the newest sent sample is behind the newest that should be sent; `null` if nothing is to be sent. */
export function lagOf(queue: RemoteWriteQueue, startedAt: number | null): number | null {
  // An empty queue has a newest sample of 0 (or minus infinity): write relabelling lets nothing through.
  const given = queue.newestIn ?? queue.newestHeld;
  if (given === null || !(given > 0)) return null;
  // A queue that is full is given nothing more: then all that the process holds waits for it.
  const newest = queue.pending > queue.batchSize ? Math.max(given, queue.newestHeld ?? given) : given;
  const since = queue.newestSent > 0 ? queue.newestSent : (startedAt ?? newest);
  return Math.max(0, newest - since);
}
