import type { Effect } from '../catalogue/mode.ts';
import type { FindingType } from '../findings/types.generated.ts';
import { type Component, type FleetIndex, isAddress, type Link } from '../fleet/fleet.ts';
import { WRITERS } from '../fleet/roles.ts';
import { clusterRef, type LinkRef, type Subject, subjectKey } from '../fleet/subjects.ts';

/** Findings that follow from an effect, each with the chance that it shows. Keys are finding ids. */
export type Consequences = ReadonlyMap<string, number>;

/** Ready pods and the number that are needed, by component: whether a fault takes all of it or a part. */
export interface Strength {
  ready(component: Component): number;
  /** Replicas that must be ready for the component to do its work. */
  needed(component: Component): number;
}

/**
 * Follows an effect through the fleet. Each step says what breaks next and how surely; chances multiply along
 * the way. A fault need not show at once (a connection that stands is used on), so no step is certain.
 */
export function propagate(
  effect: Effect,
  subject: Subject,
  fleet: FleetIndex,
  strength: Strength,
): Consequences {
  const found = new Map<string, number>();
  const visited = new Set<string>();
  const queue: Step[] = [{ effect, subject, chance: 1 }];
  while (queue.length > 0) {
    const step = queue.shift() as Step;
    const key = `${step.effect} ${subjectKey(step.subject)}`;
    if (visited.has(key) || step.chance < 0.02) continue;
    visited.add(key);
    for (const result of consequencesOf(step, fleet, strength)) {
      const chance = step.chance * result.chance;
      if ('effect' in result) queue.push({ effect: result.effect, subject: result.subject, chance });
      else {
        const id = `${result.finding}@${subjectKey(result.subject)}`;
        found.set(id, Math.max(found.get(id) ?? 0, chance));
      }
    }
    // The surest way to each effect first: later visits of the same are weaker.
    queue.sort((a, b) => b.chance - a.chance);
  }
  return found;
}

type Inner = Effect | 'link-broken' | 'starved';
interface Step {
  effect: Inner;
  subject: Subject;
  chance: number;
}
type Result = { finding: FindingType; subject: Subject; chance: number } | Step;

const finding = (type: FindingType, subject: Subject, chance: number): Result => ({
  finding: type,
  subject,
  chance,
});
const effect = (name: Inner, subject: Subject, chance: number): Result => ({ effect: name, subject, chance });

function consequencesOf({ effect: name, subject }: Step, fleet: FleetIndex, strength: Strength): Result[] {
  const component = fleet.component(subjectKey(subject));
  switch (name) {
    case 'down':
      return component ? down(component, fleet, strength) : [];
    case 'way-blocked':
      return wayBlocked(subject, fleet);
    case 'names-fail':
      return namesFail(subject, fleet);
    case 'nothing-sent':
      return component
        ? fleet
            .linksFrom(component.key, 'remote-write')
            .map((link) => effect('link-broken', refOf(link, fleet), 0.9))
        : [];
    case 'unattributed':
      return component ? unattributed(component, fleet) : [];
    case 'misattributed':
      return component ? [finding('cluster-silent', clusterRef(component.ref.cluster), 0.5)] : [];
    case 'series-flood':
      return component ? seriesFlood(component, fleet) : [];
    case 'not-replicated':
      return component ? notReplicated(component, fleet) : [];
    case 'storage-refused':
      return storageRefused(subject, fleet);
    case 'cluster-gone':
      return clusterGone(subject, fleet);
    case 'link-broken':
      return subject.type === 'link' ? linkBroken(subject, fleet) : [];
    case 'starved':
      return component ? starved(component) : [];
  }
}

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
  if (role === 'receive') {
    if (!isEnough) results.push(finding('quorum-unreached', ref, 0.9));
    // No pods, or fewer: the hashring still has them all.
    if (isAll) results.push(finding('hashring-differs', ref, 0.9));
  }
  if (WRITERS.includes(role) && isAll) results.push(finding('cluster-silent', clusterRef(ref.cluster), 0.95));
  if (role === 'dns' && isAll) results.push(finding('dns-silent', ref, 0.9), effect('names-fail', ref, 0.95));
  if (role === 'query' && isAll) results.push(finding('query-unanswered', ref, 0.95));
  return results;
}

function wayBlocked(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const isService = subject.kind === 'Service';
  const results: Result[] = [];
  for (const link of fleet.fleet.links) {
    const through = link.service;
    const isThrough = isService
      ? through?.cluster === subject.cluster &&
        through.namespace === subject.namespace &&
        through.name === subject.name
      : link.to === subjectKey(subject) && through === null;
    if (isThrough) results.push(effect('link-broken', refOf(link, fleet), 0.8));
  }
  return results;
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

function notReplicated(receive: Component, fleet: FleetIndex): Result[] {
  return [
    finding('quorum-unreached', receive.ref, 0.5),
    // A Receive that finds no valid hashring is not ready.
    finding('pods-not-ready', receive.ref, 0.3),
    finding('no-ready-pods', receive.ref, 0.2),
    ...fleet
      .linksTo(receive.key, 'remote-write')
      .map((link) => effect('link-broken', refOf(link, fleet), 0.6)),
  ];
}

/** The subject is the configuration that clients share, or one client. */
function storageRefused(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const own = fleet.component(subjectKey(subject));
  if (own) return [effect('starved', own.ref, 0.95)];
  return fleet
    .inCluster(subject.cluster)
    .filter(
      ({ role, ref }) =>
        ['receive', 'store', 'compactor', 'ruler', 'sidecar'].includes(role) &&
        ref.namespace === subject.namespace,
    )
    .map((client) => effect('starved', client.ref, 0.9));
}

/** Without the object store a Store cannot start and a Compactor gives up; Receive goes on. */
function starved({ ref, role }: Component): Result[] {
  const results: Result[] = [finding('objstore-failing', ref, 0.9)];
  if (role === 'store' || role === 'compactor') {
    results.push(finding('container-crashing', ref, 0.6), effect('down', ref, 0.6));
  }
  return results;
}

function clusterGone(subject: Subject, fleet: FleetIndex): Result[] {
  if (subject.type !== 'component') return [];
  const links = fleet.fleet.links.filter(
    ({ kind, to, certainty }) =>
      kind === 'remote-write' && (typeof to !== 'string' || certainty === 'assumed'),
  );
  return [
    finding('cluster-silent', clusterRef(subject.cluster), 0.9),
    // Its parts are unseen: a way that leads out of what was seen may lead there.
    ...links.map((link) => effect('link-broken', refOf(link, fleet), 0.5)),
  ];
}

function linkBroken(link: LinkRef, fleet: FleetIndex): Result[] {
  const client = fleet.component(subjectKey(link.from));
  switch (link.kind) {
    case 'remote-write':
      return [
        finding('remote-write-failing', link, 0.9),
        finding('remote-write-refused', link, 0.6),
        finding('remote-write-not-found', link, 0.3),
        finding('name-unknown', link, 0.5),
        finding('wal-growing', link.from, 0.5),
        finding('cluster-silent', clusterRef(link.from.cluster), 0.85),
      ];
    case 'query':
      return [finding('store-unreachable', link, 0.85)];
    // Receives find each other by the names that a headless Service gives.
    case 'forward':
      return [effect('not-replicated', link.from, 0.7)];
    case 'upload':
    case 'fetch':
      return client ? [effect('starved', client.ref, 0.85)] : [];
    default:
      return [];
  }
}

function refOf(link: Link, fleet: FleetIndex): LinkRef {
  const from = fleet.component(link.from);
  if (!from) throw new Error(`a link from nowhere: ${link.from}`);
  const to = typeof link.to === 'string' ? fleet.component(link.to)?.ref : undefined;
  const external = typeof link.to === 'string' ? { type: 'external' as const, host: link.to } : link.to;
  return { type: 'link', kind: link.kind, from: from.ref, to: to ?? external };
}
