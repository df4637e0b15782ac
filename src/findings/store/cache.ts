import type { Look, Seen } from '../../evidence/look.ts';
import { readCacheClient } from '../../evidence/memcached.ts';
import type { Metrics } from '../../evidence/metrics.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { cacheServers } from '../shared/cache-servers.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { lastSaid } from '../shared/said.ts';

const RECENT_SECONDS = 15 * 60;
/** Full, and most of what it took was thrown out again, and most of what is asked is no longer there. */
const FULL = 0.9;
const EVICTED = 0.5;
const HITS = 0.5;
/** So few requests tell nothing of the queries. */
const MIN_REQUESTS = 2000;

/** Whether the index cache and the chunk pool of a Store fit its queries. */
export const cache: FindingRule = {
  name: 'store/cache',
  look: (context) => context.index.byRole('store').flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const said = [component, ...queriesOf(context, component)].flatMap(
    (part) => lastSaid(context, part, 'store-cache-full', RECENT_SECONDS) ?? [],
  )[0];
  if (said) {
    const words = tellingWords(said.line.message);
    const part = /pool exhausted/i.test(said.line.raw) ? 'chunk-pool' : 'index-cache';
    const evidence = [quote(said.source, said.line.raw)];
    return [
      present('store-cache-full', component.ref, { evidence, since: said.line.at, facts: { words, part } }),
    ];
  }
  const looks = context.metrics(component).map(({ look: metrics }) => metrics);
  const full = looks.flatMap((metrics) => (metrics.seen ? (thrashing(metrics) ?? []) : []))[0];
  if (full) return [present('store-cache-full', component.ref, full)];
  const shared = evictingServer(context, component, looks);
  if (shared) return [present('store-cache-full', component.ref, shared)];
  const blind = looks.find((metrics) => !metrics.seen);
  if (blind && !blind.seen) return [unknown('store-cache-full', component.ref, blind.reason)];
  return looks.length === 0 ? [] : [absent('store-cache-full', component.ref)];
}

/**
 * The same of a memcached that keeps the index of the only Store, by the exporter of the only cache: which of several is
 * asked cannot be seen.
 */
function evictingServer(context: FindingContext, store: Component, pages: readonly Look<Metrics>[]) {
  const { cluster } = store.ref;
  const [cache, ...others] = context.index.byRole('cache', cluster);
  if (!cache || others.length > 0 || context.index.byRole('store', cluster).length !== 1) return null;
  const isAsked = pages.some(
    (page) => page.seen && readCacheClient(page.value) !== null && missesMuch(page.value),
  );
  if (!isAsked) return null;
  for (const { look: page, server } of cacheServers(context, cache)) {
    if (!page.seen || !server || server.limit === 0 || server.stored === 0) continue;
    const { used, limit, evicted, stored } = server;
    if (used < FULL * limit || evicted < EVICTED * stored) continue;
    const words = note('cache-evicts', { full: percent(used, limit), evicted: percent(evicted, stored) });
    return {
      evidence: [quote(page.source, note('object-says', { object: 'memcached', words }))],
      facts: { words, part: 'memcached' },
    };
  }
  return null;
}

function missesMuch(metrics: Metrics): boolean {
  const [requests, hits] = ['requests', 'hits'].map(
    (name) => metrics.sum(`thanos_store_index_cache_${name}_total`) ?? 0,
  ) as [number, number];
  return requests >= MIN_REQUESTS && hits <= HITS * requests;
}

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/** Queries that name no other Store: what they say of one is said of this. */
function queriesOf(context: FindingContext, store: Component): Component[] {
  if (context.index.byRole('store', store.ref.cluster).length !== 1) return [];
  return context.index.byRole('query', store.ref.cluster);
}

/** A memory cache that keeps throwing out what is asked for again. Source: thanos pkg/store/cache/inmemory.go. */
function thrashing(metrics: Seen<Metrics>) {
  const sum = (name: string) => metrics.value.sum(`thanos_store_index_cache_${name}`) ?? 0;
  const [limit, size] = [sum('max_size_bytes'), sum('total_size_bytes')];
  const [added, evicted] = [sum('items_added_total'), sum('items_evicted_total')];
  const [requests, hits] = [sum('requests_total'), sum('hits_total')];
  if (limit === 0 || requests < MIN_REQUESTS || added === 0) return null;
  if (size < FULL * limit || evicted < EVICTED * added || hits > HITS * requests) return null;
  const words = note('cache-misses', {
    ...{ full: percent(size, limit), evicted: percent(evicted, added), hits: percent(hits, requests) },
  });
  return {
    evidence: [quote(metrics.source, note('index-cache-says', { words }))],
    facts: { words, part: 'index-cache' },
  };
}
