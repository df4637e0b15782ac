import type { Effect } from '../catalogue/mode.ts';
import type { FindingType } from '../findings/types.generated.ts';
import { type Component, type FleetIndex, isAddress, type Link } from '../fleet/fleet.ts';
import { once, onceForBoth } from '../fleet/once.ts';
import { type Role, WRITERS } from '../fleet/roles.ts';
import { clusterRef, type LinkRef, type Subject, subjectKey } from '../fleet/subjects.ts';

/** Ready pods and the number that are needed, by component: whether a fault takes all of it or a part. */
export interface Strength {
  ready(component: Component): number;
  /** Replicas that must be ready for the component to do its work. */
  needed(component: Component): number;
}

/** Effects that are less likely than this tell nothing. */
export const NEGLIGIBLE = 0.02;

/**
 * Follows an effect through the fleet. Each step says what breaks next and how surely; chances multiply along
 * the way. A fault need not show at once (a connection that stands is used on), so no step is certain.
 * An effect that is less likely than `atLeast` is not followed.
 */
export function* follow(
  effect: Effect,
  subject: Subject,
  fleet: FleetIndex,
  strength: Strength,
  atLeast: number,
): Generator<Shown> {
  const visited = new Set<string>();
  // In the order of chances, the surest last; of equal ones, the first last.
  const queue: Step[] = [{ effect, subject, chance: 1 }];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const key = `${step.effect} ${subjectKey(step.subject)}`;
    // The surest way to each effect first: later visits of the same are weaker.
    if (visited.has(key)) continue;
    visited.add(key);
    for (const result of consequencesOf(step, fleet, strength)) {
      const chance = step.chance * result.chance;
      if ('effect' in result) {
        if (chance >= atLeast) insert(queue, { effect: result.effect, subject: result.subject, chance });
      } else yield { finding: result.finding, subject: result.subject, chance };
    }
  }
}

/** Puts a step before all that are as likely or more. */
function insert(queue: Step[], step: Step): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle] as Step).chance < step.chance) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, step);
}

type Inner = Effect | 'link-broken' | 'starved';
interface Step {
  effect: Inner;
  subject: Subject;
  chance: number;
}
/** A finding that follows from an effect, with the chance that it shows. */
export interface Shown {
  finding: FindingType;
  subject: Subject;
  chance: number;
}
type Result = Shown | Step;

const finding = (type: FindingType, subject: Subject, chance: number): Result => ({
  finding: type,
  subject,
  chance,
});
const effect = (name: Inner, subject: Subject, chance: number): Result => ({ effect: name, subject, chance });

type OnComponent = (component: Component, fleet: FleetIndex, strength: Strength) => Result[];
type OnSubject = (subject: Subject, fleet: FleetIndex) => Result[];

/** What follows from an effect on an object, a link or a cluster. */
const ON_SUBJECT = {
  'way-blocked': wayBlocked,
  'traffic-stopped': trafficStopped,
  'names-fail': namesFail,
  'storage-refused': storageRefused,
  'storage-unread': (subject, fleet) =>
    storageClients(subject, fleet).flatMap(({ ref }) => [
      finding('objstore-failing', ref, 0.8),
      finding('container-crashing', ref, 0.9),
      effect('down', ref, 0.9),
    ]),
  'cluster-gone': clusterGone,
  'node-gone': nodeGone,
  'link-broken': (subject, fleet) => (subject.type === 'link' ? linkBroken(subject, fleet) : []),
} satisfies Partial<Record<Inner, OnSubject>>;

/** What follows from an effect on a part that runs. */
const ON_COMPONENT: Record<Exclude<Inner, keyof typeof ON_SUBJECT>, OnComponent> = {
  down,
  'may-stop': mayStop,
  slows,
  'cannot-write': cannotWrite,
  starved,
  unattributed,
  'nothing-sent': nothingSent,
  'samples-refused': (component, fleet) => refused(component, fleet, 0.6),
  'samples-partly-refused': (component, fleet) => refused(component, fleet, 0.1),
  'series-overlap': (component, fleet) => [
    ...refused(component, fleet, 0.1),
    ...overlapping(component, fleet),
  ],
  'falls-behind': fallsBehind,
  'block-damaged': ({ ref }, fleet) =>
    fleet
      .byRole('store', ref.cluster)
      .flatMap((store) => [
        finding('block-gone', store.ref, 0.5),
        finding('store-reads-failing', store.ref, 0.3),
        finding('store-sync-failed', store.ref, 0.1),
      ]),
  'not-replicated': notReplicated,
  'writes-refused': writesRefused,
  'not-queried': notQueried,
  misattributed,
  'series-flood': seriesFlood,
  'query-flood': queryFlood,
  'runs-old': runsOld,
  unfollowed: ({ ref }, fleet) =>
    fleet
      .inCluster(ref.cluster)
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((writer) => [
        finding('resource-not-followed', writer.ref, 0.85),
        effect('runs-old', writer.ref, 0.9),
      ]),
  'nothing-found': ({ role, ref }) =>
    WRITERS.includes(role) ? [finding('cluster-silent', clusterRef(ref.cluster), 0.5)] : [],
};

function consequencesOf({ effect: name, subject }: Step, fleet: FleetIndex, strength: Strength): Result[] {
  if (isOnSubject(name)) return ON_SUBJECT[name](subject, fleet);
  const component = fleet.component(subjectKey(subject));
  return component ? ON_COMPONENT[name](component, fleet, strength) : [];
}

const isOnSubject = (name: Inner): name is keyof typeof ON_SUBJECT => name in ON_SUBJECT;

/** What is seen of a part itself when all of it is gone. */
const MISSED: Partial<Record<Role, FindingType>> = {
  query: 'query-unanswered',
  operator: 'operator-not-running',
};

/** All of it, or the part that is not ready. */
function down(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  const isAll = strength.ready(component) === 0;
  const isEnough = strength.ready(component) >= strength.needed(component);
  const { ref, role, key } = component;
  const toIt = fleet.linksTo(key).filter(({ from }) => from !== key);
  const results: Result[] = [finding('pods-not-ready', ref, 0.9)];
  if (isAll) results.push(finding('no-ready-pods', ref, 0.95));
  for (const link of toIt) {
    const chance = isAll ? 0.95 : isEnough ? (link.kind === 'query' ? 0.6 : 0.1) : 0.9;
    results.push(
      effect('link-broken', refOf(link, fleet), link.certainty === 'resolved' ? chance : chance * 0.8),
    );
  }
  if (role === 'receive') results.push(...receiveDown(ref, isAll, isEnough));
  if (WRITERS.includes(role) && isAll) results.push(finding('cluster-silent', clusterRef(ref.cluster), 0.95));
  if (role === 'dns' && isAll) results.push(finding('dns-silent', ref, 0.9), effect('names-fail', ref, 0.95));
  if (role === 'log-store' && !isEnough) results.push(...logStoreRed(ref, fleet));
  const missed = MISSED[role];
  if (missed && isAll) results.push(finding(missed, ref, 0.95));
  return isAll ? [...results, ...cacheGone(ref, fleet)] : results;
}

/** A part that goes on in spite of it lacks nothing; what is not ready is so for this. */
function mayStop(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  return strength.ready(component) < component.pods.length ? down(component, fleet, strength) : [];
}

/** Rules ask Query, and Query asks who keeps the samples: an evaluation takes as long as the slowest of them. */
function slows(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  const isAsked = ['receive', 'store', 'query'].includes(component.role);
  const rulers = isAsked ? fleet.byRole('ruler', component.ref.cluster) : [];
  return [
    ...mayStop(component, fleet, strength),
    ...rulers.map(({ ref }) => finding('rule-evaluation-failing', ref, 0.3)),
  ];
}

function cannotWrite(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  const refused = component.role === 'receive' ? writesRefused(component, fleet) : [];
  return [...down(component, fleet, strength), ...refused];
}

function receiveDown(ref: Component['ref'], isAll: boolean, isEnough: boolean): Result[] {
  return [
    ...(isEnough ? [] : [finding('quorum-unreached', ref, 0.9)]),
    // No pods, or fewer: the hashring still has them all.
    ...(isAll ? [finding('hashring-differs', ref, 0.9)] : []),
    // A controller takes those that are not ready out of the hashring.
    finding('hashring-endpoints-few', ref, 0.3),
    finding('receive-unready-long', ref, 0.5),
  ];
}

/** Without its cache a frontend or Store still answers, and says in its log that it does not reach it. */
function cacheGone({ cluster, role }: Component['ref'], fleet: FleetIndex): Result[] {
  if (role !== 'cache') return [];
  return (['query-frontend', 'store'] as const)
    .flatMap((role) => fleet.byRole(role, cluster))
    .map((client) => finding('cache-unreached', client.ref, 0.7));
}

/** The nodes of a log store tell of each other: shards of those that are gone have no place. */
const logStoreRed = ({ cluster }: Component['ref'], fleet: FleetIndex): Result[] =>
  fleet.byRole('log-store', cluster).map((node) => finding('log-store-red', node.ref, 0.6));

function wayBlocked(subject: Subject, fleet: FleetIndex): Result[] {
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
function trafficStopped(subject: Subject, fleet: FleetIndex): Result[] {
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
function namesFail(subject: Subject, fleet: FleetIndex): Result[] {
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

/** A writer that has nowhere to send to has no link, and its cluster is silent all the same. */
function nothingSent(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write');
  return links.length === 0
    ? [finding('cluster-silent', clusterRef(writer.ref.cluster), 0.85)]
    : links.map((link) => effect('link-broken', refOf(link, fleet), 0.9));
}

/** The writer drops what is refused: its queue does not grow, and its newest sample counts as sent. */
function refused(writer: Component, fleet: FleetIndex, silent: number): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write').map((link) => refOf(link, fleet));
  return [
    ...links.flatMap((link) => [
      finding('remote-write-rejected', link, 0.9),
      finding('remote-write-conflict', link, 0.6),
      // A refusal that is tried again (429) holds up the queue.
      finding('remote-write-failing', link, 0.3),
    ]),
    finding('cluster-silent', clusterRef(writer.ref.cluster), silent),
  ];
}

function overlapping(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write').map((link) => refOf(link, fleet));
  return links.flatMap((link) => [
    finding('remote-write-duplicate-samples', link, 0.8),
    finding('remote-write-out-of-order', link, 0.8),
  ]);
}

/** What the old configuration lacks, or has wrongly, is seen of the writer as if nobody had mended it. */
function runsOld({ ref }: Component): Result[] {
  return [
    finding('remote-write-absent', ref, 0.2),
    finding('remote-write-url-differs', ref, 0.2),
    finding('identity-missing', ref, 0.2),
    finding('cluster-silent', clusterRef(ref.cluster), 0.2),
  ];
}

/** What is sent under another's name meets what that one sends: who comes second is refused. */
function misattributed(writer: Component, fleet: FleetIndex): Result[] {
  const ends = fleet.linksFrom(writer.key, 'remote-write').map(({ to }) => to);
  const others = ends.flatMap((to) =>
    typeof to === 'string'
      ? fleet.linksTo(to, 'remote-write').flatMap(({ from }) => fleet.component(from) ?? [])
      : [],
  );
  return [
    finding('cluster-silent', clusterRef(writer.ref.cluster), 0.5),
    ...[...new Set([writer, ...others])].flatMap((one) => [
      ...refused(one, fleet, 0.1),
      ...overlapping(one, fleet),
    ]),
  ];
}

function fallsBehind(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write').map((link) => refOf(link, fleet));
  return [
    ...links.map((link) => finding('remote-write-failing', link, 0.9)),
    finding('cluster-silent', clusterRef(writer.ref.cluster), 0.5),
  ];
}

function unattributed(component: Component, fleet: FleetIndex): Result[] {
  return [
    finding('cluster-silent', clusterRef(component.ref.cluster), 0.95),
    ...fleet.byRole('query').map((query) => finding('samples-without-identity', query.ref, 0.9)),
  ];
}

/** Growth is only looked for where one of the two ran out of memory: what shows there follows from it. */
function seriesFlood(writer: Component, fleet: FleetIndex): Result[] {
  const ends = fleet
    .linksFrom(writer.key, 'remote-write')
    .flatMap(({ to }) => (typeof to === 'string' ? (fleet.component(to) ?? []) : []));
  return [writer, ...ends].flatMap(({ ref }) => [
    finding('container-oom-killed', ref, 0.95),
    finding('container-crashing', ref, 0.9),
    effect('down', ref, 0.95),
  ]);
}

/** What a query reads is held in memory by whoever is asked for it, and by Query itself. */
function queryFlood(query: Component, fleet: FleetIndex): Result[] {
  const asked = fleet
    .linksFrom(query.key, 'query')
    .flatMap(({ to }) => (typeof to === 'string' ? (fleet.component(to) ?? []) : []));
  return [query, ...asked].flatMap(({ ref }) => [
    finding('container-oom-killed', ref, 0.5),
    finding('container-crashing', ref, 0.5),
    finding('memory-near-limit', ref, 0.5),
    effect('down', ref, 0.3),
  ]);
}

/** Where only a writer tells of it, it is its samples that are not taken. */
function notReplicated(receive: Component, fleet: FleetIndex): Result[] {
  if (receive.role !== 'receive') return nothingSent(receive, fleet);
  return [
    finding('quorum-unreached', receive.ref, 0.5),
    // A Receive that finds no valid hashring is not ready.
    finding('pods-not-ready', receive.ref, 0.3),
    finding('no-ready-pods', receive.ref, 0.2),
    finding('receive-unready-long', receive.ref, 0.3),
    ...fleet
      .linksTo(receive.key, 'remote-write')
      .map((link) => effect('link-broken', refOf(link, fleet), 0.6)),
  ];
}

/** Of a tenant, and so of some of its writers. */
function writesRefused({ key }: Component, fleet: FleetIndex): Result[] {
  return fleet.linksTo(key, 'remote-write').map((link) => effect('link-broken', refOf(link, fleet), 0.5));
}

/** The subject is the configuration that clients share, or one client. */
function storageRefused(subject: Subject, fleet: FleetIndex): Result[] {
  const clients = storageClients(subject, fleet);
  return clients.map((client) => effect('starved', client.ref, clients.length === 1 ? 0.95 : 0.9));
}

/** The subject is the configuration that clients share, or one client. */
function storageClients(subject: Subject, fleet: FleetIndex): Component[] {
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

/** Without the object store a Store cannot start and a Compactor gives up; Receive goes on. */
function starved({ ref, role }: Component): Result[] {
  const results: Result[] = [finding('objstore-failing', ref, 0.9)];
  if (role === 'store') results.push(finding('store-sync-failed', ref, 0.8));
  if (role === 'sidecar') results.push(finding('sidecar-upload-failed', ref, 0.8));
  if (role === 'store' || role === 'compactor') {
    results.push(finding('container-crashing', ref, 0.6), effect('down', ref, 0.6));
  }
  return results;
}

/** Answers come without error and lack what the store has: recent samples, or older ones. */
function notQueried(query: Component, fleet: FleetIndex): Result[] {
  return [
    finding('query-unanswered', query.ref, 0.2),
    ...fleet
      .linksFrom(query.key, 'query')
      .map((link) => finding('store-unreachable', refOf(link, fleet), 0.5)),
    ...fleet.fleet.clusters.map(({ name }) => finding('cluster-silent', clusterRef(name), 0.5)),
  ];
}

function clusterGone(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  return [finding('cluster-silent', clusterRef(subject.cluster), 0.9), ...waysOutOfSight(fleet)];
}

/** The parts of a cluster that is gone are unseen: a way that leads out of what was seen may lead there. */
const waysOutOfSight = once((fleet: FleetIndex): readonly Result[] =>
  fleet.fleet.links
    .filter(
      ({ kind, to, certainty }) =>
        kind === 'remote-write' && (typeof to !== 'string' || certainty === 'assumed'),
    )
    .map((link) => effect('link-broken', refOf(link, fleet), 0.5)),
);

/** The subject is the node, or the component that it evicted. */
function nodeGone(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  if (subject.kind !== 'Node') return [effect('down', subject, 0.9)];
  return fleet
    .inCluster(subject.cluster)
    .filter(({ nodes }) => nodes?.includes(subject.name))
    .flatMap(({ ref }) => [
      finding('pods-not-ready', ref, 0.9),
      finding('no-ready-pods', ref, 0.5),
      finding('pod-evicted', ref, 0.6),
      finding('pod-unschedulable', ref, 0.5),
      effect('down', ref, 0.8),
    ]);
}

function linkBroken(link: LinkRef, fleet: FleetIndex): Result[] {
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

const refIn = onceForBoth((fleet: FleetIndex, link: Link): LinkRef => {
  const from = fleet.component(link.from);
  if (!from) throw new Error(`a link from nowhere: ${link.from}`);
  const to = typeof link.to === 'string' ? fleet.component(link.to)?.ref : undefined;
  const external = typeof link.to === 'string' ? { type: 'external' as const, host: link.to } : link.to;
  return { type: 'link', kind: link.kind, from: from.ref, to: to ?? external };
});

const refOf = (link: Link, fleet: FleetIndex): LinkRef => refIn(fleet, link);
