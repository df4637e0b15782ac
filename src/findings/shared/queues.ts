import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Source } from '../../evidence/look.ts';
import { lagOf, type RemoteWriteQueue, readQueues } from '../../evidence/remote-write.ts';
import type { Component } from '../../fleet/fleet.ts';
import { onceForBoth } from '../../fleet/once.ts';
import type { FindingContext } from '../context.ts';

/** A remote-write queue of one pod, with its lag in seconds (`null` if nothing is to be sent). */
export interface QueueState {
  pod: Pod;
  source: Source;
  queue: RemoteWriteQueue;
  lag: number | null;
  /** Seconds since the process started; `null` if it does not say. */
  uptime: number | null;
  /** When it read its configuration last, seconds since the epoch; `null` if it does not say. */
  reloadedAt: number | null;
}

export const queuesOf = onceForBoth((context: FindingContext, component: Component): readonly QueueState[] =>
  context.metrics(component).flatMap(({ pod, look }) => {
    if (!look.seen) return [];
    const startedAt = look.value.value('process_start_time_seconds');
    const uptime = startedAt === null ? null : context.now / 1000 - startedAt;
    return readQueues(look.value).map((queue) => ({
      pod,
      source: look.source,
      queue,
      lag: lagOf(queue, startedAt),
      uptime,
      reloadedAt: look.value.value('prometheus_config_last_reload_success_timestamp_seconds'),
    }));
  }),
);

/**
 * Whether samples arrived at this URL since the queue was made: then the client's configuration is right. The
 * counter of sent samples does not tell: it counts attempts (prometheus storage/remote/queue_manager.go).
 */
export function everWorked(context: FindingContext, component: Component, url: string): boolean {
  return queuesOf(context, component).some(({ queue }) => queue.url === url && queue.newestSent > 0);
}
