import type { Source } from '../../evidence/look.ts';
import { readCacheClient } from '../../evidence/memcached.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type CacheLook, cacheServers } from '../shared/cache-servers.ts';

/** A part of what would be cached so large that the cache fails its purpose. */
const LARGE_SHARE = 0.1;
const AT_LEAST = 20;

/** Whether a memcached is reached, and whether it takes what its clients would put there: by clients and exporters. */
export const cache: FindingRule = {
  name: 'query/cache',
  look: (context) => [
    ...(['query-frontend', 'store'] as const)
      .flatMap((role) => context.index.byRole(role))
      .flatMap((client) => [...skipped(context, client), ...unreached(context, client)]),
    ...context.index.byRole('cache').flatMap((component) => {
      const servers = cacheServers(context, component);
      return [...silent(component, servers), ...refused(component, servers)];
    }),
  ],
};

function skipped(context: FindingContext, client: Component): Finding[] {
  const counts = context.metrics(client).flatMap(({ look }) => {
    const count = look.seen ? skippedOf(look.value) : null;
    return look.seen && count ? [{ ...count, source: look.source }] : [];
  });
  if (counts.length === 0) return []; // It has no memcached.
  const large = counts.find(({ skipped, stored }) => isLargePart(skipped, stored));
  if (!large) return [absent('cache-items-skipped', client.ref)];
  const words = `thanos_memcached_operation_skipped_total{reason="max-item-size"} ${large.skipped}, set: ${large.stored}`;
  return [
    present('cache-items-skipped', client.ref, {
      evidence: [quote(large.source, words)],
      facts: { skipped: large.skipped, stored: large.stored },
    }),
  ];
}

const isLargePart = (part: number, rest: number): boolean =>
  part >= AT_LEAST && part / (part + rest) >= LARGE_SHARE;

/** Items that were left out as too large, and those that were stored: thanos pkg/cacheutil/memcached_client.go. */
function skippedOf(metrics: Metrics): { skipped: number; stored: number } | null {
  const skipped = metrics.sum('thanos_memcached_operation_skipped_total', {
    operation: 'set',
    reason: 'max-item-size',
  });
  const stored = metrics.sum('thanos_memcached_operations_total', { operation: 'set' });
  return skipped === null ? null : { skipped, stored: stored ?? 0 };
}

/**
 * A client that has no server to ask, or that was never answered since it started: what failed between answers may be
 * over, and is left to the log, which has times.
 */
function unreached(context: FindingContext, client: Component): Finding[] {
  const clients = context.metrics(client).flatMap(({ look }) => {
    const counts = look.seen ? readCacheClient(look.value) : null;
    return look.seen && counts ? [{ ...counts, source: look.source }] : [];
  });
  const lost = clients.find(
    ({ unanswered, answered, servers }) => servers === 0 || (unanswered >= AT_LEAST && answered === 0),
  );
  if (!lost) return clients.length === 0 ? [] : [absent('cache-unreached', client.ref)];
  const words =
    lost.servers === 0
      ? 'thanos_memcached_dns_provider_results 0'
      : `thanos_memcached_operation_failures_total ${lost.unanswered}, answered ${lost.answered}`;
  return [told('cache-unreached', client, lost.source, words)];
}

const told = (type: Finding['type'], part: Component, source: Source, words: string): Finding =>
  present(type, part.ref, { evidence: [quote(source, words)], facts: { words, pod: '', count: 1 } });

/** A server that its own exporter, in the same pod, does not reach. */
function silent(component: Component, servers: readonly CacheLook[]): Finding[] {
  const beside = servers.filter(({ isBeside }) => isBeside);
  const down = beside.find(({ server }) => server?.isUp === false);
  if (down) return [told('cache-unreached', component, down.look.source, 'memcached_up 0')];
  const blind = beside.find(({ look }) => !look.seen);
  if (blind && !blind.look.seen) return [unknown('cache-unreached', component.ref, blind.look.reason)];
  return beside.length === 0 ? [] : [absent('cache-unreached', component.ref)];
}

/** Items that the server refuses because they exceed its `-I`. */
function refused(component: Component, servers: readonly CacheLook[]): Finding[] {
  const known = servers.filter(({ server }) => server?.isUp === true);
  const large = known.find(({ server }) => server !== null && isLargePart(server.tooLarge, server.stored));
  if (large?.server)
    return [
      told(
        'cache-item-refused',
        component,
        large.look.source,
        `memcached_item_too_large_total ${large.server.tooLarge}, memcached_items_total ${large.server.stored}`,
      ),
    ];
  return known.length === 0 ? [] : [absent('cache-item-refused', component.ref)];
}
