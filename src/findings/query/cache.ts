import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';

/** A part of what would be cached so large that the cache fails its purpose. */
const LARGE_SHARE = 0.1;
const AT_LEAST = 20;

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
  const large = counts.find(
    ({ skipped, stored }) => skipped >= AT_LEAST && skipped / (skipped + stored) >= LARGE_SHARE,
  );
  if (!large) return [absent('cache-items-skipped', client.ref)];
  const words = `thanos_memcached_operation_skipped_total{reason="max-item-size"} ${large.skipped}, set: ${large.stored}`;
  return [
    present('cache-items-skipped', client.ref, {
      evidence: [quote(large.source, words)],
      facts: { skipped: large.skipped, stored: large.stored },
    }),
  ];
}

/** Items that were left out as too large, and those that were stored: thanos pkg/cacheutil/memcached_client.go. */
function skippedOf(metrics: Metrics): { skipped: number; stored: number } | null {
  const skipped = metrics.sum('thanos_memcached_operation_skipped_total', {
    operation: 'set',
    reason: 'max-item-size',
  });
  const stored = metrics.sum('thanos_memcached_operations_total', { operation: 'set' });
  return skipped === null ? null : { skipped, stored: stored ?? 0 };
}
