import { podKey } from '../../evidence/evidence.ts';
import type { StoreStatus } from '../../evidence/thanos.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { templateChange } from '../shared/changes.ts';
import { followLinks } from '../shared/paths.ts';
import { serversAt } from './stores.ts';

/** Whether the Queries of a cluster know its stores, and write their addresses rightly. */
export const endpoints: FindingRule = {
  name: 'query/endpoints',
  look: (context) => [...unknownStores(context), ...wrongAddresses(context)],
};

function unknownStores(context: FindingContext): Finding[] {
  const queries = context.index.byRole('query');
  const listed = queries
    .flatMap((query) => storesOf(context, query))
    .map(({ address, type }) => ({ type, servers: serversAt(context, address) }));
  // A store at an address that belongs to nothing that was seen may be any part of its type.
  const strange = new Set(listed.filter(({ servers }) => servers.length === 0).map(({ type }) => type));
  const asked = new Set<unknown>([
    ...listed.flatMap(({ servers }) => servers.flatMap((some) => [...some])),
    ...queries.flatMap(({ key }) => context.index.linksFrom(key, 'query').map(({ to }) => to)),
  ]);
  const missing = new Map<string, Component[]>();
  for (const store of context.fleet.components.filter((component) => isWanted(context, component))) {
    const isKnown = asked.has(store) || asked.has(store.key);
    const query =
      isKnown || strange.has(store.role) || strange.has('') ? undefined : queryFor(context, store);
    if (query) missing.set(query.key, [...(missing.get(query.key) ?? []), store]);
  }
  return queries.flatMap((query): Finding[] => {
    const stores = missing.get(query.key) ?? [];
    const [look] = context
      .pods(query)
      .flatMap((pod) => context.clusterOf(query).stores.get(podKey(pod)) ?? []);
    if (!look) return [];
    if (!look.seen) return [unknown('store-not-configured', query.ref, look.reason)];
    // Query may know a store by the address of its Service.
    const { services } = context.clusterOf(query);
    if (!services.seen) return [unknown('store-not-configured', query.ref, services.reason)];
    if (stores.length === 0) return [absent('store-not-configured', query.ref)];
    const names = stores.map(({ ref }) => `${ref.kind} ${ref.name}`).join(', ');
    const change = templateChange(context, query);
    return [
      present('store-not-configured', query.ref, {
        evidence: [quote(look.source, note('stores-missing', { names }))],
        facts: { missing: names },
        since: change?.at ?? null,
        change,
      }),
    ];
  });
}

const storesOf = (context: FindingContext, query: Component): StoreStatus[] =>
  context.pods(query).flatMap((pod) => {
    const look = context.clusterOf(query).stores.get(podKey(pod));
    return look?.seen ? look.value : [];
  });

/**
 * A part whose data is nowhere else in the answers: a Store, a Receive that keeps samples, a sidecar that does not
 * upload. It must be ready: what is down is another matter.
 */
function isWanted(context: FindingContext, component: Component): boolean {
  const { role, args } = component;
  const has = (flag: string) => args.some((word) => word.startsWith(flag));
  const keeps =
    role === 'store' ||
    (role === 'receive' && (!has('--receive.hashrings') || has('--receive.local-endpoint'))) ||
    (role === 'sidecar' && !has('--objstore.config'));
  return keeps && args.length > 0 && context.pods(component).some(({ ready }) => ready);
}

/** The Query that should know it: the only one near it. Of several nobody can tell which. */
function queryFor(context: FindingContext, { ref }: Component): Component | undefined {
  const near = context.index.byRole('query', ref.cluster);
  const beside = near.filter((query) => query.ref.namespace === ref.namespace);
  return [beside, near].find(({ length }) => length === 1)?.[0];
}

function wrongAddresses(context: FindingContext): Finding[] {
  return followLinks(context).flatMap(({ link, client, problem }) => {
    if (link.kind !== 'query' || (client.role !== 'query' && client.role !== 'query-frontend')) return [];
    const type = client.role === 'query' ? 'store-address-differs' : 'frontend-downstream-differs';
    if (problem?.kind === 'unseen') return [unknown(type, client.ref, problem.why)];
    if (problem?.kind !== 'client-host' && problem?.kind !== 'client-port') return [];
    const source = context.workload(client)?.source ?? context.clusterOf(client).pods.source;
    const change = templateChange(context, client);
    return [
      present(type, client.ref, {
        evidence: [
          quote(
            source,
            note('address-differs', {
              url: link.address.url,
              has: problem.has,
              suggestion: problem.suggestion,
            }),
          ),
        ],
        facts: { missing: link.address.url, has: problem.has, suggestion: problem.suggestion },
        since: change?.at ?? null,
        change,
      }),
    ];
  });
}
