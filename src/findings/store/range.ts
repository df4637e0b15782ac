import { podKey } from '../../evidence/evidence.ts';
import type { Seen } from '../../evidence/look.ts';
import { durationSeconds } from '../../evidence/prometheus-config.ts';
import type { StoreStatus } from '../../evidence/thanos.ts';
import { flagValue } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, timeOf, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { isStoreOf } from '../query/stores.ts';

/** A gap of one scrape or one restart is none. */
const MIN_GAP_MS = 15 * 60 * 1000;
/** A retention takes whole blocks away: what is left may begin so much after it. */
const BLOCK_SECONDS = 3 * 3600;
const DEFAULT_RETENTION = '15d';

/** Whether Receive and Store together serve all time from the first block on, as Query sees them. */
export const range: FindingRule = {
  name: 'store/range',
  look: (context) =>
    context.index.byRole('query').flatMap((query) => {
      const looks = context
        .pods(query)
        .flatMap((pod) => context.clusterOf(query).stores.get(podKey(pod)) ?? []);
      const look = looks.find((candidate) => candidate.seen) ?? looks[0];
      const servers = context.index
        .linksFrom(query.key, 'query')
        .flatMap(({ to }) => (typeof to === 'string' ? (context.index.component(to) ?? []) : []));
      const [store] = servers.filter(({ role }) => role === 'store');
      const [receive] = servers.filter(({ role }) => role === 'receive');
      if (!look || !store || !receive) return [];
      if (!look.seen) return [unknown('time-range-unserved', store.ref, look.reason)];
      return [compare(context, look, servers, { store, receive })];
    }),
};

function compare(
  context: FindingContext,
  look: Seen<StoreStatus[]>,
  servers: readonly Component[],
  { store, receive }: { store: Component; receive: Component },
): Finding {
  const ofRole = (role: Component['role']) =>
    look.value.filter((status) =>
      servers.some((server) => server.role === role && isStoreOf(context, server, status)),
    );
  const [stores, receives] = [ofRole('store'), ofRole('receive')];
  // One that is away, or empty as in a fresh cluster, tells nothing of its range; what else serves may fill the gap.
  const all = [...stores, ...receives];
  const isClear =
    stores.length > 0 &&
    receives.length > 0 &&
    all.every((status) => status.lastError === null && isRange(status)) &&
    look.value.every(
      (status) => all.includes(status) || !['sidecar', 'receive', 'store'].includes(status.type),
    );
  const end = Math.max(...stores.map(({ maxTime }) => maxTime));
  const begin = Math.min(...receives.map(({ minTime }) => minTime));
  const why = isClear && begin - end > MIN_GAP_MS ? reason(context, store, receive, begin) : null;
  if (why === null) return absent('time-range-unserved', store.ref);
  const [storeEnd, receiveStart] = [timeOf(end) ?? '', timeOf(begin) ?? ''];
  return present('time-range-unserved', store.ref, {
    evidence: [
      quote(look.source, note('ranges-apart', { end: storeEnd, begin: receiveStart })),
      quote(look.source, why),
    ],
    facts: { storeEnd, receiveStart, hours: Math.round(((begin - end) / 3_600_000) * 10) / 10 },
  });
}

/** An empty store says the whole range of numbers, the wrong way round. */
const isRange = ({ minTime, maxTime }: StoreStatus): boolean => minTime > 0 && maxTime > minTime;

/**
 * The setting that makes the gap. Without one, nothing may have been written at that time: a Receive that was new, or
 * stopped, leaves the same gap behind.
 */
function reason(context: FindingContext, store: Component, receive: Component, begin: number): string | null {
  const max = flagValue(store.args, '--max-time');
  if (max !== null && !max.startsWith('9999')) return `${store.ref.name}: --max-time=${max}`;
  const words = flagValue(receive.args, '--tsdb.retention') ?? DEFAULT_RETENTION;
  const retention = durationSeconds(words) ?? 0;
  const age = (context.now - begin) / 1000;
  const isCut = retention > 0 && Math.abs(age - retention) < Math.min(BLOCK_SECONDS, retention);
  return isCut ? `${receive.ref.name}: --tsdb.retention=${words}` : null;
}
