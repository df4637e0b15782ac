import {
  type IngressMatch,
  ingressOf,
  namespacesOf,
  serviceName,
  slicesOf,
} from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import { lastChange } from '../../evidence/kubernetes/meta.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { type Blind, type Source, seenOr } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import type { Component, Link, LinkAddress } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import type { FindingContext } from '../context.ts';
import { configChange } from './changes.ts';
import { listeningPort, portsLeadingTo, targetNumber } from './ports.ts';
import { everWorked } from './queues.ts';
import { isSlipOf } from './similar.ts';

/** What is wrong on the way from a client's address to the server's pods, and on whose side. */
export type PathProblem =
  | { kind: 'service-absent'; cluster: string; namespace: string; name: string | null; source: Source }
  | {
      kind: 'selects-nothing';
      cluster: string;
      service: Service;
      source: Source;
      selector: string;
      labels: string;
    }
  | {
      kind: 'service-port';
      cluster: string;
      service: Service;
      source: Source;
      has: string;
      wanted: number | string;
    }
  | { kind: 'client-host'; has: string; suggestion: string }
  | { kind: 'client-port'; has: number; suggestion: number }
  | { kind: 'client-path'; has: string; suggestion: string }
  | Unseen;

/** What of the way could not be looked at; without a name nobody knows the Service. */
export interface Unseen {
  kind: 'unseen';
  what: 'service' | 'endpoints';
  cluster: string;
  namespace: string;
  name: string | null;
  why: BlindReason;
}

export interface LinkPath {
  link: Link & { address: LinkAddress };
  client: Component;
  server: Component | null;
  problem: PathProblem | null;
}

/** All links whose client's address could be seen, each followed to its server. */
export const followLinks = once((context: FindingContext): readonly LinkPath[] =>
  context.fleet.links.flatMap((link) => {
    const client = context.index.component(link.from);
    if (!link.address || !client) return [];
    const server = typeof link.to === 'string' ? (context.index.component(link.to) ?? null) : null;
    const path = { link: { ...link, address: link.address }, client, server };
    return [{ ...path, problem: problemOf(context, path) }];
  }),
);

type Path = Omit<LinkPath, 'problem'>;

/** All flows of the pipeline are over TCP. */
const TCP = 'TCP';

function problemOf(context: FindingContext, path: Path): PathProblem | null {
  const clientCluster = context.clusterOf(path.client);
  const own = serviceName(
    path.link.address.host,
    path.client.ref.namespace ?? '',
    namespacesOf(clientCluster),
  );
  const through = own ? insideProblem(context, path, clientCluster, own) : outsideProblem(context, path);
  // The path is the client's own, whatever of the way is unseen.
  return (through?.kind === 'unseen' ? wrongPath(path) : null) ?? through ?? wrongPath(path);
}

const unseen = (
  cluster: ClusterEvidence,
  { namespace, name }: { namespace: string; name: string | null },
  look: Blind,
  what: Unseen['what'],
): Unseen => ({ kind: 'unseen', what, cluster: cluster.name, namespace, name, why: look.reason });

/** The address is a name of the client's own cluster. */
function insideProblem(
  context: FindingContext,
  path: Path,
  cluster: ClusterEvidence,
  own: { namespace: string; name: string },
): PathProblem | null {
  if (!cluster.services.seen) return unseen(cluster, own, cluster.services, 'service');
  const services = cluster.services.value;
  const service = services.find(({ meta }) => meta.namespace === own.namespace && meta.name === own.name);
  if (service) return serviceProblem(context, path, cluster, service, portAsked(path, service), 'port');
  const alike = services.filter(({ meta }) =>
    meta.namespace === own.namespace ? isSlipOf(meta.name, own.name) : meta.name === own.name,
  );
  // What once worked was written rightly: then the Service went away, and the likeness is chance.
  const isNew = !everWorked(context, path.client, path.link.address.url);
  if (isNew && alike.length > 0 && !cluster.pods.seen) return unseen(cluster, own, cluster.pods, 'service');
  const slip = alike.find((candidate) => leadsTo(context, cluster, candidate, path));
  if (slip && isNew) {
    return {
      kind: 'client-host',
      has: path.link.address.host,
      suggestion: `${slip.meta.name}.${slip.meta.namespace}`,
    };
  }
  return { kind: 'service-absent', cluster: cluster.name, ...own, source: sourceOf(cluster) };
}

/** A lookup of SRV records asks for the port by its name, as Thanos writes it: `dnssrv+_grpc._tcp.host`. */
const SRV = /^dnssrv(?:noa)?\+_([^.]{1,63})\._tcp\./;

const portAsked = ({ link: { address } }: Path, { ports }: Service): number | null => {
  const name = SRV.exec(address.url)?.[1];
  return address.port ?? ports.find((port) => name !== undefined && port.name === name)?.port ?? null;
};

/** The address is a name or number of the outside world: of another cluster, or of none. */
function outsideProblem(context: FindingContext, path: Path): PathProblem | null {
  const { address, service: via } = path.link;
  const slip = slipOfKnownName(context, path);
  if (slip) return { kind: 'client-host', has: address.host, suggestion: slip };
  const target = path.server && context.cluster(path.server.ref.cluster);
  if (!target || !path.server) return null;
  if (!target.services.seen) {
    const of = via ?? { namespace: path.server.ref.namespace ?? '', name: null };
    return unseen(target, of, target.services, 'service');
  }
  const ingress = ingressOf([target], address.host);
  if (ingress) return behindIngress(context, path, target, ingress);
  const service = seenOr(target.services, []).find(
    ({ meta }) => via?.cluster === target.name && meta.namespace === via.namespace && meta.name === via.name,
  );
  if (service) {
    const field = service.ports.some(({ nodePort }) => nodePort === address.port) ? 'nodePort' : 'port';
    return serviceProblem(context, path, target, service, address.port, field);
  }
  return isNodePort(address.port) ? noEntrance(context, path, target) : null;
}

/** The client's port is the controller's: what counts is the Service that the Ingress names, and its port. */
function behindIngress(
  context: FindingContext,
  path: Path,
  target: ClusterEvidence,
  { namespace, service: name, port }: IngressMatch,
): PathProblem | null {
  const service = seenOr(target.services, []).find(
    ({ meta }) => meta.namespace === namespace && meta.name === name,
  );
  if (!service) {
    return { kind: 'service-absent', cluster: target.name, namespace, name, source: sourceOf(target) };
  }
  const number = typeof port === 'string' ? service.ports.find((one) => one.name === port)?.port : port;
  const problem = serviceProblem(context, path, target, service, number ?? null, 'port');
  // The client says nothing about this port: it cannot be what is wrong.
  return problem?.kind === 'client-port' ? null : problem;
}

const isNodePort = (port: number | null): boolean => port !== null && port >= 30_000 && port <= 32_767;

/** Nothing in the server's cluster takes this node port: the Service is gone, or one side has another number. */
function noEntrance(context: FindingContext, path: Path, target: ClusterEvidence): PathProblem | null {
  const { server, link, client } = path;
  if (!server) return null;
  if (!target.pods.seen)
    return unseen(target, { namespace: server.ref.namespace ?? '', name: null }, target.pods, 'service');
  const entrance = seenOr(target.services, []).find(
    (service) =>
      service.meta.namespace === server.ref.namespace &&
      leadsTo(context, target, service, path) &&
      service.ports.some(({ nodePort }) => nodePort !== null),
  );
  if (!entrance) {
    return {
      kind: 'service-absent',
      cluster: target.name,
      namespace: server.ref.namespace ?? '',
      name: null,
      source: sourceOf(target),
    };
  }
  const wanted = link.address.port ?? 0;
  // An address that none of the nodes is known to have, and the right port.
  if (entrance.ports.some(({ nodePort }) => nodePort === wanted)) return null;
  const has = entrance.ports.find(({ nodePort }) => nodePort !== null)?.nodePort ?? 0;
  return isServiceAtFault(context, client, link.address.url, entrance)
    ? {
        kind: 'service-port',
        cluster: target.name,
        service: entrance,
        source: sourceOf(target),
        has: `nodePort ${has}`,
        wanted,
      }
    : { kind: 'client-port', has: wanted, suggestion: has };
}

/** The Service is there: whom does it select, and does its port lead to where the server listens? */
function serviceProblem(
  context: FindingContext,
  path: Path,
  cluster: ClusterEvidence,
  service: Service,
  port: number | null,
  field: 'port' | 'nodePort',
): PathProblem | null {
  const source = sourceOf(cluster);
  const chosen = selectedPods(cluster, service);
  const isEmpty =
    chosen?.length === 0 && slicesOf(cluster, service).every(({ endpoints }) => endpoints.length === 0);
  const intended = path.server ? context.pods(path.server) : [];
  // Where nothing runs that it could select, it is not its fault.
  if (isEmpty) return intended.length === 0 ? null : ofSelector(path, cluster, service);
  const number = path.server && listeningPort(path.server, path.link.kind, path.client);
  // A headless Service is no way but a list of pods, unless what is looked up are its ports.
  const isWay = service.clusterIP !== 'None' || SRV.test(path.link.address.url);
  if (!number || port === null || service.externalName !== null || !isWay) return null;
  // A Service that selects something else (a proxy before the server) has ports of its own.
  if (!chosen?.some((pod) => intended.includes(pod))) return null;
  const containers = chosen.flatMap((pod) => pod.spec.containers);
  const right = portsLeadingTo(service, number, containers);
  const named = service.ports.filter((candidate) => candidate[field] === port);
  const used = named.find(({ protocol }) => protocol === TCP) ?? named[0];
  if (used && right.includes(used))
    return used.protocol === TCP
      ? null
      : {
          ...{ kind: 'service-port', cluster: cluster.name, service, source },
          ...{ has: `${field} ${port}/${used.protocol}`, wanted: `${port}/${TCP}` },
        };
  if (used && right.length === 0) {
    const has = `targetPort ${targetNumber(used, containers) ?? used.targetPort}`;
    return { kind: 'service-port', cluster: cluster.name, service, source, has, wanted: number };
  }
  const suggestion = right[0]?.[field] ?? null;
  if (suggestion !== null && !isServiceAtFault(context, path.client, path.link.address.url, service)) {
    return { kind: 'client-port', has: port, suggestion };
  }
  return {
    kind: 'service-port',
    cluster: cluster.name,
    service,
    source,
    has: service.ports.map((entry) => `${field} ${entry[field]}`).join(', '),
    wanted: port,
  };
}

/** A Service that selects nothing although what it is meant for runs. */
function ofSelector(path: Path, cluster: ClusterEvidence, service: Service): PathProblem {
  const { namespace, name } = service.meta;
  // It may have endpoints that somebody made by hand; and be meant for a workload without pods, in a list that was not seen.
  const looks = [cluster.endpointSlices, cluster.deployments, cluster.statefulSets, cluster.daemonSets];
  const blind = looks.find((look) => !look.seen);
  if (blind && !blind.seen) return unseen(cluster, { namespace: namespace ?? '', name }, blind, 'endpoints');
  return {
    ...{ kind: 'selects-nothing', cluster: cluster.name, service, source: sourceOf(cluster) },
    selector: formatLabels(service.selector),
    labels: formatLabels(path.server?.podLabels ?? {}),
  };
}

/** Client and Service disagree about a port: at fault is who changed last, unless the client's way once worked. */
function isServiceAtFault(
  context: FindingContext,
  client: Component,
  url: string,
  service: Service,
): boolean {
  if (everWorked(context, client, url)) return true;
  const ofService = lastChange(service.meta)?.at ?? '';
  const ofClient = configChange(context, client)?.at ?? '';
  return ofService !== service.meta.createdAt && ofService > ofClient;
}

/** Pods that a Service's selector chooses; `null` if it has none (endpoints are made by hand). */
export function selectedPods(cluster: ClusterEvidence, service: Service): Pod[] | null {
  const selector = Object.entries(service.selector);
  if (selector.length === 0) return null;
  return seenOr(cluster.pods, []).filter(
    (pod) =>
      pod.meta.namespace === service.meta.namespace &&
      selector.every(([key, value]) => pod.meta.labels[key] === value),
  );
}

function leadsTo(context: FindingContext, cluster: ClusterEvidence, service: Service, path: Path): boolean {
  const intended = path.server ? context.pods(path.server) : [];
  return (selectedPods(cluster, service) ?? []).some((pod) => intended.includes(pod));
}

/** A name that somebody else in the fleet uses or that a cluster's DNS or Ingress knows, written almost alike. */
function slipOfKnownName(context: FindingContext, path: Path): string | null {
  const { host, url } = path.link.address;
  const users = usersOf(context).get(`${path.link.kind} ${host}`) ?? NOBODY;
  // Another client knows it, which is told fastest.
  if (users.size > 1 || everWorked(context, path.client, url)) return null;
  const known = knownNames(context, path);
  return known.has(host) ? null : ([...known].find((name) => isSlipOf(name, host)) ?? null);
}

const NOBODY: ReadonlySet<string> = new Set();

/** Clients by the kind of their link and the host that it leads to. */
const usersOf = once((context: FindingContext) => {
  const users = new Map<string, Set<string>>();
  for (const { kind, from, address } of context.fleet.links) {
    if (!address) continue;
    const key = `${kind} ${address.host}`;
    users.set(key, (users.get(key) ?? new Set()).add(from));
  }
  return users;
});

function knownNames(context: FindingContext, path: Path): Set<string> {
  const ofPeers = context.fleet.links
    .filter(({ kind, from }) => kind === path.link.kind && from !== path.client.key)
    .flatMap(({ address }) => address?.host ?? []);
  const ofEntrances = [...context.evidence.clusters.values()].flatMap((cluster) => [
    ...seenOr(cluster.ingresses, []).flatMap(({ rules }) => rules.map(({ host }) => host)),
    ...seenOr(cluster.services, []).flatMap(({ loadBalancer }) => loadBalancer),
  ]);
  const dns = context.index.byRole('dns', path.client.ref.cluster);
  return new Set([...ofPeers, ...ofEntrances, ...dns.flatMap((server) => namesInConfig(context, server))]);
}

/** Names that a DNS server is configured with: the hosts and rewrite lines of a Corefile. */
function namesInConfig(context: FindingContext, server: Component): string[] {
  const { configMaps } = context.clusterOf(server);
  return (context.podSpec(server)?.volumes ?? []).flatMap(({ configMap }) => {
    const look = configMaps.get(`${server.ref.namespace}/${configMap}`);
    const words = look?.seen ? Object.values(look.value.data).join('\n').split(/\s+/) : [];
    return words.filter((word) => /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8}$/.test(word));
  });
}

/** Receive takes samples at one path only. */
function wrongPath(path: Path): PathProblem | null {
  const suggestion = '/api/v1/receive';
  if (
    path.link.kind !== 'remote-write' ||
    path.server?.role !== 'receive' ||
    path.link.certainty !== 'resolved'
  )
    return null;
  const has = path.link.address.path;
  return has === suggestion ? null : { kind: 'client-path', has, suggestion };
}

const sourceOf = (cluster: ClusterEvidence): Source => cluster.services.source;

/** Labels as kubectl takes them. */
export const formatLabels = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
