import { podKey, type SampleAge } from '../../evidence/evidence.ts';
import { type Look, type Seen, seenOr } from '../../evidence/look.ts';
import type { StoreStatus } from '../../evidence/thanos.ts';
import type { Component, Link } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { linkRef } from '../remote-write/delivery.ts';

/** Samples without identity that are older than this are what an Agent sent before it was mended. */
const FRESH_SECONDS = 45;

/** Whether Query reaches the stores that it is configured with, and answers at all. */
export const stores: FindingRule = {
  name: 'query/stores',
  look: (context) =>
    context.index.byRole('query').flatMap((query) => [...links(context, query), ...answers(context, query)]),
};

function links(context: FindingContext, query: Component): Finding[] {
  const looks = context.pods(query).flatMap((pod) => context.clusterOf(query).stores.get(podKey(pod)) ?? []);
  const look = looks.find((candidate) => candidate.seen) ?? looks[0];
  return context.index.linksFrom(query.key, 'query').flatMap((link) => {
    const server = typeof link.to === 'string' ? context.index.component(link.to) : undefined;
    if (!look) return [];
    const subject = linkRef(context, query, link);
    if (!look.seen) return [unknown('store-unreachable', subject, look.reason)];
    if (!server) return outside(context, query, link, look);
    const own = look.value.filter((store) => isStoreOf(context, server, store));
    const broken = own.filter(({ lastError }) => lastError !== null);
    const facts = { healthy: own.length - broken.length, broken: broken.length, server: server.ref.name };
    const words = broken[0]
      ? `${broken[0].address}: ${broken[0].lastError}`
      : note('store-unknown', { name: server.ref.name });
    return own.length - broken.length === 0 || broken.length > 0
      ? [present('store-unreachable', subject, { evidence: [quote(look.source, words)], facts })]
      : [absent('store-unreachable', subject, { facts })];
  });
}

/** How long a Query that started takes to ask all that it is configured with. */
const ASKING_SECONDS = 30;

/**
 * A store outside of the fleet is known by the address that stands in the flags; what is looked up first is known by what
 * it resolved to, and nobody can tell which that is.
 */
function outside(
  context: FindingContext,
  query: Component,
  { address, ...link }: Link,
  look: Seen<StoreStatus[]>,
): Finding[] {
  if (!address || address.port === null || address.url.includes('+') || typeof link.to === 'string')
    return [];
  const subject = linkRef(context, query, { ...link, address });
  const known = look.value.find((store) => store.address === `${address.host}:${address.port}`);
  const isStarting = context
    .pods(query)
    .some((pod) => (ageSeconds(context, pod.readySince) ?? 0) < ASKING_SECONDS);
  if (known && known.lastError === null) return [absent('store-unreachable', subject)];
  if (!known && isStarting) return [];
  const words = known
    ? `${known.address}: ${known.lastError}`
    : note('store-unknown', { name: `${address.host}:${address.port}` });
  return [
    present('store-unreachable', subject, {
      evidence: [quote(look.source, words)],
      facts: { healthy: 0, broken: 1, server: address.host },
    }),
  ];
}

/** Query knows a store by the address that it dialled: of a pod, of a Service, or a name. */
export const isStoreOf = (context: FindingContext, server: Component, store: StoreStatus): boolean =>
  serversAt(context, store.address).some((servers) => servers.has(server));

/** What an address leads to, by each of its names; nothing where it belongs to nothing that was seen. */
export function serversAt(context: FindingContext, address: string): ReadonlySet<Component>[] {
  const host = address.slice(0, address.lastIndexOf(':'));
  const { whole, first } = places(context);
  const labels = host.split('.');
  const beginnings = labels.slice(1).map((_, index) => labels.slice(0, index + 1).join('.'));
  return [whole.get(host), ...beginnings.map((name) => first.get(name))].filter(
    (servers) => servers !== undefined,
  );
}

/** Components by what stands for them in an address: the whole host, or what it begins with before a dot. */
const places = once((context: FindingContext) => {
  const [whole, first] = [new Map<string, Set<Component>>(), new Map<string, Set<Component>>()];
  const add = (to: typeof whole, name: string | null, component: Component) => {
    if (name !== null) to.set(name, (to.get(name) ?? new Set()).add(component));
  };
  for (const component of context.fleet.components) {
    for (const { ip, meta } of context.pods(component)) {
      add(whole, ip, component);
      add(first, meta.name, component);
    }
    for (const { clusterIP, meta, selector } of seenOr(context.clusterOf(component).services, [])) {
      const wanted = Object.entries(selector);
      if (wanted.length === 0 || wanted.some(([key, value]) => component.podLabels[key] !== value)) continue;
      add(whole, clusterIP, component);
      add(whole, meta.name, component);
      add(first, meta.name, component);
    }
  }
  return { whole, first };
});

function answers(context: FindingContext, query: Component): Finding[] {
  const cluster = context.clusterOf(query);
  const looks = context.pods(query).flatMap((pod) => cluster.sampleAges.get(podKey(pod)) ?? []);
  const blind = looks.find((look) => !look.seen);
  if (blind && !blind.seen) {
    // It waits for a store that is just being replaced, as long as our patience lasts: that is a moment's.
    if (blind.reason === 'timeout' && isAskingWhoIsReplaced(context, query))
      return [unknown('query-unanswered', query.ref, blind.reason, [quote(blind.source, blind.detail)])];
    // Forbidden to us is no fault of Query; an error of its own is.
    return blind.reason === 'server-error' || blind.reason === 'timeout'
      ? [
          present('query-unanswered', query.ref, {
            evidence: [quote(blind.source, blind.detail)],
            facts: { error: blind.detail },
          }),
        ]
      : [unknown('query-unanswered', query.ref, blind.reason)];
  }
  if (looks.length === 0) {
    const isDown = cluster.pods.seen && context.pods(query).every((pod) => !pod.ready);
    return isDown
      ? [
          present('query-unanswered', query.ref, {
            evidence: [
              quote(
                cluster.pods.source,
                note('pods-ready', { object: query.ref.name, ready: 0, wanted: query.desired ?? '–' }),
              ),
            ],
            facts: { error: '' },
          }),
        ]
      : [];
  }
  const nameless = looks.flatMap((look) =>
    look.seen ? look.value.filter(({ identity }) => identity === null) : [],
  )[0];
  const source = looks[0]?.source;
  const label = context.fleet.identityLabel;
  return [
    absent('query-unanswered', query.ref),
    nameless && source && nameless.ageSeconds < FRESH_SECONDS && isSomeoneMissing(context, looks)
      ? present('samples-without-identity', query.ref, {
          evidence: [
            quote(source, note('unlabelled-sample', { label, seconds: Math.round(nameless.ageSeconds) })),
          ],
          facts: { label },
        })
      : absent('samples-without-identity', query.ref, { facts: { label } }),
  ];
}

/** A pod that goes away, or that was made so lately, is one of an update or a restart. */
const REPLACING_SECONDS = 60;

function isAskingWhoIsReplaced(context: FindingContext, query: Component): boolean {
  return context.index
    .linksFrom(query.key, 'query')
    .flatMap(({ to }) => (typeof to === 'string' ? (context.index.component(to) ?? []) : []))
    .flatMap((server) => context.pods(server))
    .some(
      ({ meta }) =>
        meta.deletingSince !== null ||
        (ageSeconds(context, meta.createdAt) ?? REPLACING_SECONDS) < REPLACING_SECONDS,
    );
}

/** Samples without the label are wanted in many fleets (a ruler's, a local Prometheus'): not where a cluster is missing. */
function isSomeoneMissing(context: FindingContext, looks: readonly Look<SampleAge[]>[]): boolean {
  const fresh = new Set(
    looks
      .flatMap((look) => seenOr(look, []))
      .filter(({ ageSeconds }) => ageSeconds < FRESH_SECONDS)
      .map(({ identity }) => identity),
  );
  return context.fleet.clusters.some(({ identity }) => !fresh.has(identity) || identity === null);
}
