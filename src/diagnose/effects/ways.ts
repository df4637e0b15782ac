import { type Component, type FleetIndex, isAddress } from '../../fleet/fleet.ts';
import { clusterRef, type LinkRef, type Subject, subjectKey } from '../../fleet/subjects.ts';
import { effect, finding, type Result, refOf } from './effect.ts';

/** What follows where the parts do not reach each other. */

export function wayBlocked(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const { cluster, namespace, kind, name } = subject;
  const links =
    kind === 'Service'
      ? fleet.linksThrough({ cluster, namespace: namespace ?? '', name })
      : fleet.linksTo(subjectKey(subject)).filter(({ service }) => service === null);
  return links.map((link) => effect('link-broken', refOf(link, fleet), 0.8));
}

/**
 * The subject is a component, or an object on the way to or from components of its role: a policy, a Service, an
 * Ingress. A whole cluster stands for all links that leave or enter it.
 */
export function trafficStopped(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const isAt = (component: Component | undefined): boolean =>
    component !== undefined &&
    component.ref.cluster === subject.cluster &&
    (subject.namespace === null || component.ref.namespace === subject.namespace) &&
    (subject.kind === 'Cluster' || subject.role === 'ingress' || component.role === subject.role);
  const lookups =
    subject.kind === 'NetworkPolicy'
      ? fleet.byRole('dns', subject.cluster).map(({ ref }) => finding('name-lookup-failing', ref, 0.3))
      : [];
  const links = fleet.linksOf(subject.cluster).flatMap((link) => {
    const from = fleet.component(link.from);
    const to = typeof link.to === 'string' ? fleet.component(link.to) : undefined;
    const isInside = from?.ref.cluster === to?.ref.cluster;
    if (subject.kind === 'Cluster' && isInside) return [];
    if (subject.role === 'ingress' && (isInside || !isAt(to))) return [];
    if (!isAt(from) && !isAt(to)) return [];
    const crosses = subject.kind === 'Cluster' || isInside ? [] : [from, to];
    return [
      effect('link-broken', refOf(link, fleet), 0.7),
      // Where this is all that crosses the border; a filter that rejects may do so in the words of a router.
      ...crosses.flatMap((end) => {
        const site = end && clusterRef(end.ref.cluster);
        return site ? [finding('crossing-silent', site, 0.47), finding('crossing-unrouted', site, 0.09)] : [];
      }),
    ];
  });
  return [...lookups, ...links];
}

/** Connections that stand are used on: what looks names up anew fails first. */
export function namesFail(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const results: Result[] = [finding('name-lookup-failing', subject, 0.7)];
  for (const component of fleet.inCluster(subject.cluster)) {
    for (const link of fleet.linksFrom(component.key)) {
      const isNamed = link.address === null || !isAddress(link.address.host);
      if (isNamed && link.kind !== 'forward') results.push(effect('link-broken', refOf(link, fleet), 0.7));
    }
    if (component.role === 'receive') results.push(effect('not-replicated', component.ref, 0.6));
    if (['receive', 'store', 'compactor'].includes(component.role))
      results.push(effect('starved', component.ref, 0.5));
  }
  return results;
}

/** The subject is the configuration that clients share, or one client. */
export function storageRefused(subject: Subject, fleet: FleetIndex): Result[] {
  const clients = storageClients(subject, fleet);
  return clients.map((client) => effect('starved', client.ref, clients.length === 1 ? 0.95 : 0.9));
}

/** The subject is the configuration that clients share, or one client. */
export function storageClients(subject: Subject, fleet: FleetIndex): Component[] {
  if (subject.type !== 'component') return [];
  const own = fleet.component(subjectKey(subject));
  if (own) return [own];
  return fleet
    .inCluster(subject.cluster)
    .filter(
      ({ role, ref }) =>
        ['receive', 'store', 'compactor', 'ruler', 'sidecar'].includes(role) &&
        ref.namespace === subject.namespace,
    );
}

/** Answers come without error and lack what the store has: recent samples, or older ones. */
export function notQueried(query: Component, fleet: FleetIndex): Result[] {
  return [
    finding('query-unanswered', query.ref, 0.2),
    ...fleet
      .linksFrom(query.key, 'query')
      .map((link) => finding('store-unreachable', refOf(link, fleet), 0.5)),
    ...fleet.fleet.clusters.map(({ name }) => finding('cluster-silent', clusterRef(name), 0.5)),
  ];
}

export function linkBroken(link: LinkRef, fleet: FleetIndex): Result[] {
  const client = fleet.component(subjectKey(link.from));
  switch (link.kind) {
    case 'remote-write':
      return [
        finding('remote-write-failing', link, 0.9),
        finding('remote-write-refused', link, 0.6),
        finding('remote-write-not-found', link, 0.3),
        finding('remote-write-rejected', link, 0.5),
        finding('remote-write-slow', link, 0.4),
        finding('name-unknown', link, 0.5),
        finding('proxy-backend-failing', link, 0.6),
        finding('connection-dropped', link, 0.5),
        finding('requests-unanswered', link, 0.4),
        finding('wal-growing', link.from, 0.5),
        finding('cluster-silent', clusterRef(link.from.cluster), 0.85),
      ];
    case 'query':
      // A query frontend that does not reach its Query is not ready.
      return client?.role === 'query-frontend'
        ? [
            finding('frontend-downstream-failing', client.ref, 0.85),
            finding('pods-not-ready', client.ref, 0.8),
            finding('no-ready-pods', client.ref, 0.8),
          ]
        : [finding('store-unreachable', link, 0.85), finding('connection-dropped', link, 0.4)];
    case 'cache':
      return client ? [finding('cache-unreached', client.ref, 0.85)] : [];
    // Receives find each other by the names that a headless Service gives.
    case 'forward':
      return [effect('not-replicated', link.from, 0.7)];
    case 'upload':
    case 'fetch':
      return client
        ? [effect('starved', client.ref, 0.85), finding('objstore-unreached', client.ref, 0.85)]
        : [];
    default:
      return [];
  }
}
