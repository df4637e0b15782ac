import type { Component, FleetIndex } from '../../fleet/fleet.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import { effect, finding, type Result, refOf } from './effect.ts';

/** What follows for samples: not sent, refused, dropped, attributed to another, too many. */

/** A writer that has nowhere to send to has no link, and its cluster is silent all the same. */
export function nothingSent(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write');
  return links.length === 0
    ? [finding('cluster-silent', clusterRef(writer.ref.cluster), 0.85)]
    : links.map((link) => effect('link-broken', refOf(link, fleet), 0.9));
}

/** The writer drops what is refused: its queue does not grow, and its newest sample counts as sent. */
export function refused(writer: Component, fleet: FleetIndex, silent: number): Result[] {
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

export function overlapping(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write').map((link) => refOf(link, fleet));
  return links.flatMap((link) => [
    finding('remote-write-duplicate-samples', link, 0.8),
    finding('remote-write-out-of-order', link, 0.8),
  ]);
}

/** What the old configuration lacks, or has wrongly, is seen of the writer as if nobody had mended it. */
export function runsOld({ ref }: Component): Result[] {
  return [
    finding('remote-write-absent', ref, 0.2),
    finding('remote-write-url-differs', ref, 0.2),
    finding('identity-missing', ref, 0.2),
    finding('cluster-silent', clusterRef(ref.cluster), 0.2),
  ];
}

/** What is sent under another's name meets what that one sends: who comes second is refused. */
export function misattributed(writer: Component, fleet: FleetIndex): Result[] {
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

export function fallsBehind(writer: Component, fleet: FleetIndex): Result[] {
  const links = fleet.linksFrom(writer.key, 'remote-write').map((link) => refOf(link, fleet));
  return [
    ...links.map((link) => finding('remote-write-failing', link, 0.9)),
    finding('cluster-silent', clusterRef(writer.ref.cluster), 0.5),
  ];
}

export function unattributed(component: Component, fleet: FleetIndex): Result[] {
  return [
    finding('cluster-silent', clusterRef(component.ref.cluster), 0.95),
    ...fleet.byRole('query').map((query) => finding('samples-without-identity', query.ref, 0.9)),
  ];
}

/** Growth is only looked for where one of the two ran out of memory: what shows there follows from it. */
export function seriesFlood(writer: Component, fleet: FleetIndex): Result[] {
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
export function queryFlood(query: Component, fleet: FleetIndex): Result[] {
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
export function notReplicated(receive: Component, fleet: FleetIndex): Result[] {
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
export function writesRefused({ key }: Component, fleet: FleetIndex): Result[] {
  return fleet.linksTo(key, 'remote-write').map((link) => effect('link-broken', refOf(link, fleet), 0.5));
}
