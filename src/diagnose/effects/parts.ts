import type { FindingType } from '../../findings/types.generated.ts';
import type { Component, FleetIndex } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import { type Role, WRITERS } from '../../fleet/roles.ts';
import { clusterRef, type Subject } from '../../fleet/subjects.ts';
import { effect, finding, type Result, refOf, type Strength } from './effect.ts';
import { writesRefused } from './samples.ts';

/** What follows from the loss of parts, nodes and clusters. */

/** What is seen of a part itself when all of it is gone. */
const MISSED: Partial<Record<Role, FindingType>> = {
  query: 'query-unanswered',
  operator: 'operator-not-running',
};

/** All of it, or the part that is not ready. */
export function down(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
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
export function mayStop(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  return strength.ready(component) < component.pods.length ? down(component, fleet, strength) : [];
}

/** Rules ask Query, and Query asks who keeps the samples: an evaluation takes as long as the slowest of them. */
export function slows(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  const isAsked = ['receive', 'store', 'query'].includes(component.role);
  const rulers = isAsked ? fleet.byRole('ruler', component.ref.cluster) : [];
  return [
    ...mayStop(component, fleet, strength),
    ...rulers.map(({ ref }) => finding('rule-evaluation-failing', ref, 0.3)),
  ];
}

export function cannotWrite(component: Component, fleet: FleetIndex, strength: Strength): Result[] {
  const refused = component.role === 'receive' ? writesRefused(component, fleet) : [];
  return [...down(component, fleet, strength), ...refused];
}

export function receiveDown(ref: Component['ref'], isAll: boolean, isEnough: boolean): Result[] {
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
export function cacheGone({ cluster, role }: Component['ref'], fleet: FleetIndex): Result[] {
  if (role !== 'cache') return [];
  return (['query-frontend', 'store'] as const)
    .flatMap((role) => fleet.byRole(role, cluster))
    .map((client) => finding('cache-unreached', client.ref, 0.7));
}

/** The nodes of a log store tell of each other: shards of those that are gone have no place. */
const logStoreRed = ({ cluster }: Component['ref'], fleet: FleetIndex): Result[] =>
  fleet.byRole('log-store', cluster).map((node) => finding('log-store-red', node.ref, 0.6));

/** Without the object store a Store cannot start and a Compactor gives up; Receive goes on. */
export function starved({ ref, role }: Component): Result[] {
  const results: Result[] = [finding('objstore-failing', ref, 0.9)];
  if (role === 'store') results.push(finding('store-sync-failed', ref, 0.8));
  if (role === 'sidecar') results.push(finding('sidecar-upload-failed', ref, 0.8));
  if (role === 'store' || role === 'compactor') {
    results.push(finding('container-crashing', ref, 0.6), effect('down', ref, 0.6));
  }
  return results;
}

export function clusterGone(subject: Subject, fleet: FleetIndex): Result[] {
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
export function nodeGone(subject: Subject, fleet: FleetIndex): Result[] {
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
