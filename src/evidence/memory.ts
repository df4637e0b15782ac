import type { Metrics } from './metrics.ts';

/**
 * Bytes that the kernel cannot take back from a process. The resident set also counts mapped files, which it can: so it
 * is at most what the Go runtime holds of the system. `null` where the process does not tell.
 */
export function heldBy(metrics: Metrics): number | null {
  const resident = metrics.value('process_resident_memory_bytes');
  const taken = metrics.value('go_memstats_sys_bytes');
  const released = metrics.value('go_memstats_heap_released_bytes');
  if (resident === null) return null;
  return taken === null || released === null ? resident : Math.min(resident, taken - released);
}

/** From this share of its limit on, the next peak is likely to be the last. */
export const NEAR_LIMIT = 0.9;
