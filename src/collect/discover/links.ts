import {
  addressOfHostPort,
  addressOfUrl,
  externalService,
  namespacesOf,
  serviceName,
} from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { readHashring } from '../../evidence/thanos.ts';
import { configFileOf, prometheusConfigOf } from '../../evidence/views.ts';
import { flagValue, flagValues } from '../../fleet/flags.ts';
import type { Component, Link, LinkAddress } from '../../fleet/fleet.ts';
import { type Role, STORAGE_CLIENTS, WRITERS } from '../../fleet/roles.ts';

/** What flows between the parts, from their own configuration. */
export function discoverLinks(
  clusters: readonly ClusterEvidence[],
  components: readonly Component[],
): Link[] {
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  return components.flatMap((component) => {
    const cluster = byName.get(component.ref.cluster);
    if (!cluster) return [];
    const world: World = { clusters, components, cluster };
    return [
      ...remoteWriteLinks(world, component),
      ...queryLinks(world, component),
      ...forwardLinks(world, component),
      ...storageLinks(component, components),
    ];
  });
}

interface World {
  clusters: readonly ClusterEvidence[];
  components: readonly Component[];
  /** The client's cluster. */
  cluster: ClusterEvidence;
}

function remoteWriteLinks(world: World, from: Component): Link[] {
  if (!WRITERS.includes(from.role)) return [];
  const seen = prometheusConfigOf(world.cluster, from);
  return (seen?.config.remoteWrite ?? []).flatMap(({ url }) => {
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
  return addresses.map((address) => ({
    ...resolve(world, from, address, STORE_ROLES),
    kind: 'query' as const,
    from: from.key,
    address,
  }));
}

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

/** Which store a client uses is in a Secret, which is not read: it can only be the one that is there. */
function storageLinks(component: Component, components: readonly Component[]): Link[] {
  if (!STORAGE_CLIENTS.includes(component.role)) return [];
  const stores = components.filter(({ role }) => role === 'object-store');
  const near = stores.filter(({ ref }) => ref.cluster === component.ref.cluster);
  const only = near.length === 1 ? near[0] : stores.length === 1 ? stores[0] : undefined;
  if (!only || !component.args.some((word) => word.startsWith('--objstore.config'))) return [];
  const kind = component.role === 'store' ? 'fetch' : 'upload';
  return [{ kind, from: component.key, to: only.key, address: null, service: null, certainty: 'assumed' }];
}

function resolve(
  world: World,
  from: Component,
  address: LinkAddress,
  roles: readonly Role[],
): Pick<Link, 'to' | 'service' | 'certainty'> {
  const own = serviceName(address.host, from.ref.namespace ?? '', namespacesOf(world.cluster));
  if (own) {
    const { namespace, name } = own;
    const service = seenOr(world.cluster.services, []).find(
      ({ meta }) => meta.namespace === namespace && meta.name === name,
    );
    const backend = service ? backendOf(world.components, world.cluster.name, service, roles) : null;
    const assumed = backend ?? onlyOne(world.components, roles, world.cluster.name);
    return {
      to: assumed?.key ?? { type: 'external', host: address.host },
      service: { cluster: world.cluster.name, namespace, name },
      certainty: backend ? 'resolved' : 'assumed',
    };
  }
  const match = externalService(world.clusters, address);
  if (match) {
    const backend = backendOf(world.components, match.cluster, match.service, roles);
    const { namespace, name } = match.service.meta;
    const service = { cluster: match.cluster, namespace: namespace ?? '', name };
    const assumed = backend ?? onlyOne(world.components, roles, match.cluster);
    return {
      to: assumed?.key ?? { type: 'external', host: address.host },
      service,
      certainty: backend ? 'resolved' : 'assumed',
    };
  }
  // A Receive's own path, and one Receive in the fleet: that is where it is meant to go, whatever lies between.
  const meant = address.path.includes('/api/v1/receive') ? onlyOne(world.components, roles) : null;
  return { to: meant?.key ?? { type: 'external', host: address.host }, service: null, certainty: 'assumed' };
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

function onlyOne(
  components: readonly Component[],
  roles: readonly Role[],
  cluster?: string,
): Component | null {
  const matching = components.filter(
    ({ role, ref }) => role === roles[0] && (cluster === undefined || ref.cluster === cluster),
  );
  return matching.length === 1 ? (matching[0] ?? null) : null;
}
