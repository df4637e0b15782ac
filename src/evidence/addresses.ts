import { isAddress, type LinkAddress } from '../fleet/fleet.ts';
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

export function namespacesOf(cluster: ClusterEvidence): Set<string> {
  const found = new Set<string>();
  for (const pod of seenOr(cluster.pods, [])) found.add(pod.meta.namespace ?? '');
  for (const service of seenOr(cluster.services, [])) found.add(service.meta.namespace ?? '');
  return found;
}

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
  for (const cluster of clusters) {
    const services = seenOr(cluster.services, []);
    const byAddress = services.find(
      (service) => service.loadBalancer.includes(address.host) || service.externalIPs.includes(address.host),
    );
    if (byAddress) {
      return {
        cluster: cluster.name,
        service: byAddress,
        port: byAddress.ports.find(({ port }) => port === address.port) ?? null,
      };
    }
  }
  return nodePortService(clusters, address);
}

/** What an Ingress of one of these clusters does with a name of the outside world. */
export interface IngressMatch {
  cluster: string;
  namespace: string;
  /** The Service that it names, whether that exists or not. */
  service: string;
  port: number | string | null;
}

export function ingressOf(clusters: readonly ClusterEvidence[], host: string): IngressMatch | null {
  for (const cluster of clusters) {
    for (const { meta, rules } of seenOr(cluster.ingresses, [])) {
      const rule = rules.find((candidate) => candidate.host === host);
      if (!rule) continue;
      const { service, port } = rule;
      return { cluster: cluster.name, namespace: meta.namespace ?? '', service, port };
    }
  }
  return null;
}

/** A node port is unique in its cluster; over several clusters it counts only if one has it, or the address is a node's. */
function nodePortService(clusters: readonly ClusterEvidence[], address: LinkAddress): ServiceMatch | null {
  const matches = clusters.flatMap((cluster) =>
    seenOr(cluster.services, []).flatMap((service) => {
      const port = service.ports.find(({ nodePort }) => nodePort !== null && nodePort === address.port);
      return port ? [{ cluster: cluster.name, service, port }] : [];
    }),
  );
  const ofNode = matches.find(({ cluster }) => isNodeOf(clusters, cluster, address.host));
  return (
    ofNode ??
    (matches.length === 1 && !isForeignAddress(clusters, address.host) ? (matches[0] ?? null) : null)
  );
}

function isNodeOf(clusters: readonly ClusterEvidence[], name: string, host: string): boolean {
  const cluster = clusters.find((candidate) => candidate.name === name);
  return cluster !== undefined && seenOr(cluster.nodes, []).some(({ addresses }) => addresses.includes(host));
}

/** An IP address that is none of the fleet's nodes cannot be one of its node ports. */
function isForeignAddress(clusters: readonly ClusterEvidence[], host: string): boolean {
  return isAddress(host) && !clusters.some((cluster) => isNodeOf(clusters, cluster.name, host));
}

/** Slices of a Service. */
export function slicesOf(cluster: ClusterEvidence, service: Pick<Service, 'meta'>): EndpointSlice[] {
  return seenOr(cluster.endpointSlices, []).filter(
    (slice) => slice.service === service.meta.name && slice.meta.namespace === service.meta.namespace,
  );
}
