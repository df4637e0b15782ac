import type { Metrics } from './metrics.ts';

/** What a client of memcached counts since it started. Source: thanos pkg/cacheutil/memcached_client.go, 0.32–0.42. */
export interface CacheClient {
  /** Operations that failed for want of an answer: timeouts, errors of the network, no server to choose. */
  unanswered: number;
  /** Operations that were answered. */
  answered: number;
  /** Servers that its addresses resolve to now; `null` where it does not tell. */
  servers: number | null;
}

const NO_ANSWER = ['timeout', 'network-error', 'other'];
const FAILURES = 'thanos_memcached_operation_failures_total';

/** `null` for a process that has no memcached. */
export function readCacheClient(metrics: Metrics): CacheClient | null {
  if (!metrics.has('thanos_memcached_operations_total') && !metrics.has(FAILURES)) return null;
  const failed = metrics
    .samples(FAILURES)
    .filter(({ labels }) => NO_ANSWER.includes(labels.reason ?? ''))
    .reduce((sum, { value }) => sum + value, 0);
  const lookups = metrics.value('thanos_memcached_dns_lookups_total') ?? 0;
  const results = metrics.sum('thanos_memcached_dns_provider_results');
  const neverResolved = lookups > 0 && lookups === metrics.value('thanos_memcached_dns_failures_total');
  return {
    unanswered: failed,
    answered: metrics.sum('thanos_memcached_operation_duration_seconds_count') ?? 0,
    servers: results ?? (neverResolved ? 0 : null),
  };
}

/** What a memcached_exporter tells of its server. Source: prometheus/memcached_exporter pkg/exporter/exporter.go. */
export interface CacheServer {
  isUp: boolean;
  /** Bytes that items take, and may take. */
  used: number;
  limit: number;
  /** Items since its start: stored, thrown out for want of room, refused as too large. */
  stored: number;
  evicted: number;
  tooLarge: number;
}

export function readCacheServer(metrics: Metrics): CacheServer | null {
  const up = metrics.value('memcached_up');
  if (up === null) return null;
  const value = (name: string) => metrics.value(`memcached_${name}`) ?? 0;
  return {
    isUp: up === 1,
    ...{ used: value('current_bytes'), limit: value('limit_bytes') },
    ...{ stored: value('items_total'), evicted: value('items_evicted_total') },
    tooLarge: value('item_too_large_total'),
  };
}
