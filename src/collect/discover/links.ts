import {
  addressOfHostPort,
  addressOfUrl,
  externalService,
  ingressOf,
  namespacesOf,
  serviceName,
} from '../../evidence/addresses.ts';
import { type ClusterEvidence, podKey } from '../../evidence/evidence.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { readQueues } from '../../evidence/remote-write.ts';
import { readCacheAddresses, readHashring, readObjectStoreUrl } from '../../evidence/thanos.ts';
import { configFileOf, podsOf, prometheusConfigOf } from '../../evidence/views.ts';
import { flagValue, flagValues } from '../../fleet/flags.ts';
import { type Component, group, type Link, type LinkAddress } from '../../fleet/fleet.ts';
import { type Role, STORAGE_CLIENTS, WRITERS } from '../../fleet/roles.ts';

/** What flows between the parts, from their own configuration. */
export function discoverLinks(
  clusters: readonly ClusterEvidence[],
  components: readonly Component[],
): Link[] {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const inCluster = group(components, ({ ref }) => ref.cluster);
  const ofRole = group(components, ({ role }) => role);
  const fleet: Omit<World, 'cluster'> = {
    clusters,
    named: (name) => byName.get(name),
    inCluster: (name) => inCluster.get(name) ?? [],
    ofRole: (role) => ofRole.get(role) ?? [],
  };
  return components.flatMap((component) => {
    const cluster = byName.get(component.ref.cluster);
    if (!cluster) return [];
    const world: World = { ...fleet, cluster };
    return [
      ...remoteWriteLinks(world, component),
      ...queryLinks(world, component),
      ...frontendLinks(world, component),
      ...cacheLinks(world, component),
      ...forwardLinks(world, component),
      ...storageLinks(world, component),
    ];
  });
}

interface World {
  clusters: readonly ClusterEvidence[];
  named(cluster: string): ClusterEvidence | undefined;
  inCluster(cluster: string): readonly Component[];
  ofRole(role: Role): readonly Component[];
  /** The client's cluster. */
  cluster: ClusterEvidence;
}

function remoteWriteLinks(world: World, from: Component): Link[] {
  if (!WRITERS.includes(from.role)) return [];
  const seen = prometheusConfigOf(world.cluster, from);
  const urls = seen ? seen.config.remoteWrite.map(({ url }) => url) : queueUrls(world.cluster, from);
  return urls.flatMap((url) => {
    const address = addressOfUrl(url);
    return address
      ? [
          {
            ...resolve(world, from, address, ['receive']),
            kind: 'remote-write' as const,
            from: from.key,
            address,
          },
        ]
      : [];
  });
}

/** Where the queues of a writer send to by its own metrics, for one whose configuration could not be seen. */
function queueUrls(cluster: ClusterEvidence, from: Component): string[] {
  const queues = podsOf(cluster, from).flatMap((pod) => {
    const look = cluster.metrics.get(podKey(pod));
    return look?.seen ? readQueues(look.value) : [];
  });
  return [...new Set(queues.map(({ url }) => url))];
}

const QUERY_FLAGS = [
  '--endpoint',
  '--store',
  '--endpoint-strict',
  '--store-strict',
  '--endpoint-group',
  '--endpoint-group-strict',
];
const STORE_ROLES: readonly Role[] = ['receive', 'store', 'sidecar', 'ruler', 'query'];

function queryLinks(world: World, from: Component): Link[] {
  if (from.role !== 'query') return [];
  const addresses = QUERY_FLAGS.flatMap((flag) => flagValues(from.args, flag)).map(addressOfHostPort);
  const sure = new Set([from.key]);
  for (const address of addresses) {
    const { to, certainty } = resolve(world, from, address, STORE_ROLES);
    if (certainty === 'resolved' && typeof to === 'string') sure.add(to);
  }
  // What one endpoint surely leads to is not what another, broken one is meant for.
  return addresses.map((address) => ({
    ...resolve(world, from, address, STORE_ROLES, sure),
    kind: 'query' as const,
    from: from.key,
    address,
  }));
}

/** A query frontend beside its Query in one pod reaches it by the loopback: there is no way that could break. */
function frontendLinks(world: World, from: Component): Link[] {
  if (from.role !== 'query-frontend') return [];
  const address = addressOfUrl(flagValue(from.args, '--query-frontend.downstream-url') ?? '');
  if (!address || isLoopback(address.host)) return [];
  return [{ ...resolve(world, from, address, ['query']), kind: 'query', from: from.key, address }];
}

/** Flags with the configuration of a cache, each also as a file (thanos cmd/thanos/store.go, query_frontend.go). */
const CACHE_FLAGS = [
  '--query-range.response-cache-config',
  '--labels.response-cache-config',
  '--index-cache.config',
  '--store.caching-bucket.config',
];

/** A cache beside its client in one pod is no way that could break. */
function cacheLinks(world: World, from: Component): Link[] {
  if (from.role !== 'query-frontend' && from.role !== 'store') return [];
  const configs = CACHE_FLAGS.flatMap(
    (flag) => flagValue(from.args, flag) ?? configFileOf(world.cluster, from, `${flag}-file`)?.content ?? [],
  );
  const addresses = new Map(
    configs.flatMap(readCacheAddresses).map((text) => [text, addressOfHostPort(text)] as const),
  );
  return [...addresses.values()]
    .filter(({ host }) => !isLoopback(host))
    .map((address) => ({
      ...resolve(world, from, address, ['cache']),
      kind: 'cache' as const,
      from: from.key,
      address,
    }));
}

const isLoopback = (host: string): boolean => /^(?:localhost$|127\.|::1)/.test(host);

/** Receives of one hashring forward to each other: one link for each Service that names their endpoints. */
function forwardLinks(world: World, component: Component): Link[] {
  if (component.role !== 'receive') return [];
  const content =
    flagValue(component.args, '--receive.hashrings') ??
    configFileOf(world.cluster, component, '--receive.hashrings-file')?.content;
  const links = new Map<string, Link>();
  for (const endpoint of (content === undefined ? null : readHashring(content)) ?? []) {
    const address = addressOfHostPort(endpoint);
    const way = resolve(world, component, address, ['receive']);
    // Names of pods that do not exist are a matter of the hashring; the Service before them is the way.
    if (way.service) {
      links.set(`${way.service.namespace}/${way.service.name}`, {
        ...way,
        kind: 'forward',
        from: component.key,
        address,
      });
    }
  }
  return [...links.values()];
}

/**
 * The store that a client uses is named in its configuration. That is mostly a Secret, which is not read: then
 * the client's own words about a failure name it, or else it can only be the one that is there.
 */
function storageLinks(world: World, from: Component): Link[] {
  if (!STORAGE_CLIENTS.includes(from.role)) return [];
  if (!from.args.some((word) => word.startsWith('--objstore.config'))) return [];
  const kind = from.role === 'store' ? ('fetch' as const) : ('upload' as const);
  const address = objectStoreAddress(world.cluster, from);
  if (address) return [{ ...resolve(world, from, address, ['object-store']), kind, from: from.key, address }];
  const stores = world.ofRole('object-store');
  const near = stores.filter(({ ref }) => ref.cluster === from.ref.cluster);
  const only = near.length === 1 ? near[0] : stores.length === 1 ? stores[0] : undefined;
  return only
    ? [{ kind, from: from.key, to: only.key, address: null, service: null, certainty: 'assumed' }]
    : [];
}

function objectStoreAddress(cluster: ClusterEvidence, component: Component): LinkAddress | null {
  const content =
    flagValue(component.args, '--objstore.config') ??
    configFileOf(cluster, component, '--objstore.config-file')?.content;
  const url = (content ? readObjectStoreUrl(content) : null) ?? urlInLogs(cluster, component);
  return url === null ? null : addressOfUrl(url);
}

/** What Go's HTTP client says of a request to the object store that failed: `Get "http://host:port/…": why`. */
const FAILED_REQUEST = /(?:Get|Head|Put|Post|Delete) \\?"(https?:\/\/[^"\\\s]{1,500})/;
const ABOUT_STORAGE = ['bucket', 'upload', 'shipper', 'objstore', 'location=', 'list-type='];

function urlInLogs(cluster: ClusterEvidence, component: Component): string | null {
  for (const run of [cluster.logs, cluster.previousLogs]) {
    for (const pod of podsOf(cluster, component)) {
      const look = run.get(`${podKey(pod)}/${component.container}`);
      const lines = look?.seen ? look.value : [];
      for (const { raw } of lines.toReversed()) {
        if (!ABOUT_STORAGE.some((word) => raw.includes(word))) continue;
        const url = FAILED_REQUEST.exec(raw)?.[1];
        if (url) return url;
      }
    }
  }
  return null;
}

function resolve(
  world: World,
  from: Component,
  address: LinkAddress,
  roles: readonly Role[],
  others: ReadonlySet<string> = new Set(),
): Pick<Link, 'to' | 'service' | 'certainty'> {
  const own = serviceName(address.host, from.ref.namespace ?? '', namespacesOf(world.cluster));
  const ingress = own ? null : ingressOf(world.clusters, address.host);
  const named = own
    ? { cluster: world.cluster.name, ...own }
    : ingress && { cluster: ingress.cluster, namespace: ingress.namespace, name: ingress.service };
  if (named) {
    const { cluster, namespace, name } = named;
    const service = seenOr(world.named(cluster)?.services, []).find(
      ({ meta }) => meta.namespace === namespace && meta.name === name,
    );
    const near = world.inCluster(cluster);
    const backend = service ? backendOf(near, cluster, service, roles) : null;
    const assumed = backend ?? meant(near, { name, service }, roles, others);
    return {
      to: assumed?.key ?? { type: 'external', host: address.host },
      service: named,
      certainty: backend ? 'resolved' : 'assumed',
    };
  }
  const match = externalService(world.clusters, address);
  if (match) {
    const near = world.inCluster(match.cluster);
    const backend = backendOf(near, match.cluster, match.service, roles);
    const { namespace, name } = match.service.meta;
    const service = { cluster: match.cluster, namespace: namespace ?? '', name };
    const assumed = backend ?? meant(near, { name, service: match.service }, roles, others);
    return {
      to: assumed?.key ?? { type: 'external', host: address.host },
      service,
      certainty: backend ? 'resolved' : 'assumed',
    };
  }
  // A Receive's own path, and one Receive in the fleet: that is where it is meant to go, whatever lies between.
  const only = address.path.includes('/api/v1/receive') ? onlyOne(world, roles) : null;
  return { to: only?.key ?? { type: 'external', host: address.host }, service: null, certainty: 'assumed' };
}

/** The component behind a Service: the one whose pods it selects. */
export function backendOf(
  components: readonly Component[],
  cluster: string,
  service: Service,
  roles: readonly Role[],
): Component | null {
  const selector = Object.entries(service.selector);
  if (selector.length === 0) return null;
  const matching = components.filter(
    ({ ref, podLabels }) =>
      ref.cluster === cluster &&
      ref.namespace === service.meta.namespace &&
      selector.every(([key, value]) => podLabels[key] === value),
  );
  return matching.find(({ role }) => roles.includes(role)) ?? matching[0] ?? null;
}

/**
 * The component that a Service is meant for which selects none of it, or which is not there: the one that has
 * most of the labels that it asks for, else the one of its name, else the only one that can be meant.
 */
function meant(
  near: readonly Component[],
  way: { name: string; service: Service | undefined },
  roles: readonly Role[],
  others: ReadonlySet<string>,
): Component | null {
  const possible = near.filter(({ role, key }) => roles.includes(role) && !others.has(key));
  const wanted = Object.entries(way.service?.selector ?? {});
  const likeness = ({ podLabels }: Component) =>
    wanted.filter(([key, value]) => podLabels[key] === value).length;
  const most = Math.max(0, ...possible.map(likeness));
  const alike = most === 0 ? [] : possible.filter((component) => likeness(component) === most);
  const named = possible.filter(({ ref }) => ref.name === way.name);
  const found = [alike, named, possible, possible.filter(({ role }) => role === roles[0])];
  return found.find(({ length }) => length === 1)?.[0] ?? null;
}

function onlyOne(world: World, [role]: readonly Role[]): Component | null {
  const matching = role ? world.ofRole(role) : [];
  // Of routers and ingestors the routers are written to: they have the hashring.
  const routers = matching.filter(({ args }) => args.some((word) => word.startsWith('--receive.hashrings')));
  const possible = matching.length > 1 ? routers : matching;
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
