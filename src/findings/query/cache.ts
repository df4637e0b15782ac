import type { Source } from '../../evidence/look.ts';
import { readCacheClient } from '../../evidence/memcached.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note, type Words } from '../notes.ts';
import { type CacheLook, cacheServers } from '../shared/cache-servers.ts';
import { hasLogs } from '../shared/said.ts';

/** A part of what would be cached so large that the cache fails its purpose; of few items most. */
const isMuch = (skipped: number, tried: number): boolean =>
  (skipped >= 20 && skipped >= 0.1 * tried) || (skipped >= 5 && skipped >= 0.5 * tried);

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
  const large = counts.find(({ skipped, tried }) => isMuch(skipped, tried));
  if (!large) return [absent('cache-items-skipped', client.ref)];
  const { name, skipped, tried } = large;
  const words = note('items-skipped', { metric: name, skipped, stored: tried });
  return [
    present('cache-items-skipped', client.ref, {
      evidence: [quote(large.source, words)],
      facts: { skipped, stored: tried - skipped },
    }),
  ];
}

/** Fewer failures may be those of a start. */
const AT_LEAST = 20;

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
  if (!lost && clients.some(({ unanswered }) => unanswered > 0) && !hasLogs(context, client))
    return [unknown('cache-unreached', client.ref, 'not-recorded')];
  if (!lost) return clients.length === 0 ? [] : [absent('cache-unreached', client.ref)];
  const words =
    lost.servers === 0
      ? 'thanos_memcached_dns_provider_results 0'
      : note('cache-unanswered', {
          metric: 'thanos_memcached_operation_failures_total',
          ...{ unanswered: lost.unanswered, answered: lost.answered },
        });
  return [told('cache-unreached', client, lost.source, words)];
}

const told = (type: Finding['type'], part: Component, source: Source, words: Words): Finding =>
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
  const large = known.find(
    ({ server }) => server !== null && isMuch(server.tooLarge, server.tooLarge + server.stored),
  );
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
