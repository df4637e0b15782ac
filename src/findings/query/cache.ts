import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';

/** A part of what would be cached so large that the cache fails its purpose; of few items most. */
const isMuch = (skipped: number, tried: number): boolean =>
  (skipped >= 20 && skipped >= 0.1 * tried) || (skipped >= 5 && skipped >= 0.5 * tried);

/** Whether the clients of a memcached leave out much of what they would put there. */
export const cache: FindingRule = {
  name: 'query/cache',
  look: (context) =>
    (['query-frontend', 'store'] as const)
      .flatMap((role) => context.index.byRole(role))
      .flatMap((client) => look(context, client)),
};

function look(context: FindingContext, client: Component): Finding[] {
  const counts = context.metrics(client).flatMap(({ look }) => {
    const count = look.seen ? skippedOf(look.value) : null;
    return look.seen && count ? [{ ...count, source: look.source }] : [];
  });
  if (counts.length === 0) return []; // It has no memcached.
  const large = counts.find(({ skipped, tried }) => isMuch(skipped, tried));
  if (!large) return [absent('cache-items-skipped', client.ref)];
  const { name, skipped, tried } = large;
  const words = `${name} ${skipped}, of ${tried} that were to be stored`;
  return [
    present('cache-items-skipped', client.ref, {
      evidence: [quote(large.source, words)],
      facts: { skipped, stored: tried - skipped },
    }),
  ];
}

/**
 * Items that were left out as too large, of those that were to be stored: as the clients of a Store count them
 * (thanos pkg/cacheutil/memcached_client.go), and those of a Query Frontend, whose Put counts what it leaves out as well
 * (thanos internal/cortex/chunk/cache/memcached_client.go).
 */
function skippedOf(metrics: Metrics): { name: string; skipped: number; tried: number } | null {
  const skipped = metrics.sum('thanos_memcached_operation_skipped_total', {
    operation: 'set',
    reason: 'max-item-size',
  });
  if (skipped !== null) {
    const stored = metrics.sum('thanos_memcached_operations_total', { operation: 'set' }) ?? 0;
    const name = 'thanos_memcached_operation_skipped_total{reason="max-item-size"}';
    return { name, skipped, tried: skipped + stored };
  }
  const left = metrics.sum('cortex_memcache_client_set_skip_total');
  if (left === null) return null;
  const puts = metrics.sum('cortex_memcache_request_duration_seconds_count', { method: 'Memcache.Put' });
  return { name: 'cortex_memcache_client_set_skip_total', skipped: left, tried: Math.max(left, puts ?? 0) };
}
