import { isAddress, type LinkAddress } from '../fleet/fleet.ts';
import { once } from '../fleet/once.ts';
import type { ClusterEvidence } from './evidence.ts';
import type { EndpointSlice, Service, ServicePort } from './kubernetes/objects.ts';
import { seenOr } from './look.ts';

/** A URL taken apart; `null` if it is none. */
export function addressOfUrl(url: string): LinkAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname } = new URL(url);
  const standard = protocol === 'https:' ? 443 : protocol === 'http:' ? 80 : null;
  return {
    url,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? standard : Number(port),
    path: pathname,
  };
}

/** `host:port`, possibly with a lookup prefix of Thanos (`dns+`, `dnssrv+_grpc._tcp.`, `dnssrvnoa+`). */
export function addressOfHostPort(text: string): LinkAddress {
  const bare = text.replace(/^[a-z]+\+/, '').replace(/^_[^.]+\._(tcp|udp)\./, '');
  const colon = bare.lastIndexOf(':');
  const port = Number(bare.slice(colon + 1));
  const hasPort = colon > 0 && Number.isInteger(port) && port > 0;
  return { url: text, host: hasPort ? bare.slice(0, colon) : bare, port: hasPort ? port : null, path: '' };
}

/** A name of the cluster's own DNS taken apart: `[pod.]service.namespace[.svc[.domain]]` or `service`. */
export function serviceName(
  host: string,
  ownNamespace: string,
  namespaces: ReadonlySet<string>,
): { namespace: string; name: string; pod: string | null } | null {
  const parts = host.split('.');
  const svc = parts.indexOf('svc');
  if (svc >= 2) {
    return {
      namespace: parts[svc - 1] ?? '',
      name: parts[svc - 2] ?? '',
      pod: svc >= 3 ? (parts[svc - 3] ?? null) : null,
    };
  }
  if (parts.length === 1 && !isAddress(host)) return { namespace: ownNamespace, name: host, pod: null };
  // `service.namespace` looks like a name of the outside world: the namespace must exist.
  if (parts.length === 2 && namespaces.has(parts[1] ?? '')) {
    return { namespace: parts[1] ?? '', name: parts[0] ?? '', pod: null };
  }
  if (parts.length === 3 && namespaces.has(parts[2] ?? '')) {
    return { namespace: parts[2] ?? '', name: parts[1] ?? '', pod: parts[0] ?? null };
  }
  return null;
}

export const namespacesOf = once(({ pods, services }: ClusterEvidence): ReadonlySet<string> => {
  const objects = [...seenOr(pods, []), ...seenOr(services, [])];
  return new Set(objects.map(({ meta }) => meta.namespace ?? ''));
});

export interface ServiceMatch {
  cluster: string;
  service: Service;
  port: ServicePort | null;
}

/** The Service that an address of the outside world leads to, in any cluster of the fleet. */
export function externalService(
  clusters: readonly ClusterEvidence[],
  address: LinkAddress,
): ServiceMatch | null {
  const byAddress = servicesByAddress(clusters).get(address.host);
  if (!byAddress) return nodePortService(clusters, address);
  return { ...byAddress, port: byAddress.service.ports.find(({ port }) => port === address.port) ?? null };
}

/** What an Ingress of one of these clusters does with a name of the outside world. */
export interface IngressMatch {
  cluster: string;
  namespace: string;
  /** The Service that it names, whether that exists or not. */
  service: string;
  port: number | string | null;
}

export const ingressOf = (clusters: readonly ClusterEvidence[], host: string): IngressMatch | null =>
  ingressesByHost(clusters).get(host) ?? null;

/** A node port is unique in its cluster; over several clusters it counts only if one has it, or the address is a node's. */
function nodePortService(clusters: readonly ClusterEvidence[], address: LinkAddress): ServiceMatch | null {
  const matches = servicesByNodePort(clusters).get(address.port ?? Number.NaN) ?? [];
  const ofNode = clustersByNode(clusters).get(address.host);
  // An IP address that is none of the fleet's nodes cannot be one of its node ports.
  const isForeign = isAddress(address.host) && !ofNode;
  return (
    matches.find(({ cluster }) => ofNode?.has(cluster)) ??
    (matches.length === 1 && !isForeign ? (matches[0] ?? null) : null)
  );
}

/** Of several that have one address the first counts. */
const servicesByAddress = once((clusters: readonly ClusterEvidence[]) => {
  const found = new Map<string, Pick<ServiceMatch, 'cluster' | 'service'>>();
  for (const { name: cluster, services } of clusters) {
    for (const service of seenOr(services, [])) {
      for (const host of [...service.loadBalancer, ...service.externalIPs])
        if (!found.has(host)) found.set(host, { cluster, service });
    }
  }
  return found;
});

const servicesByNodePort = once((clusters: readonly ClusterEvidence[]) => {
  const found = new Map<number, ServiceMatch[]>();
  for (const { name: cluster, services } of clusters) {
    for (const service of seenOr(services, [])) {
      for (const port of service.ports) {
        if (port.nodePort === null) continue;
        const known = found.get(port.nodePort) ?? [];
        // One number for TCP and UDP is one way.
        if (known.at(-1)?.service !== service) known.push({ cluster, service, port });
        found.set(port.nodePort, known);
      }
    }
  }
  return found;
});

/** Names of the clusters whose nodes have an address. */
const clustersByNode = once((clusters: readonly ClusterEvidence[]) => {
  const found = new Map<string, Set<string>>();
  for (const { name, nodes } of clusters) {
    for (const address of seenOr(nodes, []).flatMap(({ addresses }) => addresses))
      found.set(address, (found.get(address) ?? new Set()).add(name));
  }
  return found;
});

const ingressesByHost = once((clusters: readonly ClusterEvidence[]) => {
  const found = new Map<string, IngressMatch>();
  for (const { name: cluster, ingresses } of clusters) {
    for (const { meta, rules } of seenOr(ingresses, [])) {
      for (const { host, service, port } of rules)
        if (!found.has(host)) found.set(host, { cluster, namespace: meta.namespace ?? '', service, port });
    }
  }
  return found;
});

/** Slices of a Service. */
export function slicesOf(cluster: ClusterEvidence, service: Pick<Service, 'meta'>): EndpointSlice[] {
  return seenOr(cluster.endpointSlices, []).filter(
    (slice) => slice.service === service.meta.name && slice.meta.namespace === service.meta.namespace,
  );
}
