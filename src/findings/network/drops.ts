import { contains } from '../../evidence/cidr.ts';
import type { Component } from '../../fleet/fleet.ts';
import { isAddress } from '../../fleet/fleet.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { guardOf } from '../shared/guards.ts';
import { followLinks } from '../shared/paths.ts';
import { type BrokenWay, brokenWays, isServing, saysDropped, saysLate } from '../shared/ways.ts';

/** Ways on which packets get no answer although no policy closes them and the server could take them. */
export const drops: FindingRule = {
  name: 'network/drops',
  look: (context) => {
    const dropped = droppedWays(context);
    const lost = new Set(
      context.fleet.clusters.map(({ name }) => name).filter((name) => isApart(context, dropped, name)),
    );
    const single = dropped.filter(
      ({ client, server }) => !lost.has(client.ref.cluster) && !lost.has(server?.ref.cluster ?? ''),
    );
    return [
      ...[...lost].flatMap((name) => apart(dropped, name)),
      ...[...groupOf(single).values()].flatMap((group) => ofGroup(context, group)),
    ];
  },
};

function droppedWays(context: FindingContext): BrokenWay[] {
  const ways = brokenWays(context);
  const wrong = new Set(
    followLinks(context).flatMap(({ link, problem }) =>
      problem && problem.kind !== 'unseen' ? [keyOf(link)] : [],
    ),
  );
  return ways.filter((way) => {
    const { words, link, server, client } = way;
    if (!saysDropped(words) && !(saysLate(words) && isAlone(context, ways, way))) return false;
    if (server && !isServing(context, server)) return false;
    return !wrong.has(keyOf(link)) && guardOf(context, link, client).verdict !== 'denied';
  });
}

const keyOf = ({ from, kind, address }: BrokenWay['link']) => `${from} ${kind} ${address?.url ?? ''}`;

/**
 * A deadline that passed may be a slow server's. Where others reach the same server in time, it is the way.
 */
function isAlone(
  context: FindingContext,
  ways: readonly BrokenWay[],
  { server, client, link }: BrokenWay,
): boolean {
  if (!server) return false;
  const others = context.index.linksTo(server.key, link.kind).filter(({ from }) => from !== client.key);
  return (
    others.some(({ from }) => context.index.component(from)?.ref.cluster !== client.ref.cluster) &&
    others.every((other) => !ways.some((way) => keyOf(way.link) === keyOf(other)))
  );
}

/** Everything that leaves or enters the cluster, and more than one way, is lost; or there is no route at all. */
function isApart(context: FindingContext, dropped: readonly BrokenWay[], name: string): boolean {
  const isHub = context.index.inCluster(name).some(({ role }) => role === 'receive' || role === 'query');
  if (isHub) return false;
  const clusterOf = (key: unknown) => context.index.component(String(key))?.ref.cluster;
  const crossing = context.fleet.links.filter(
    ({ from, to }) =>
      typeof to === 'string' &&
      clusterOf(from) !== clusterOf(to) &&
      (clusterOf(from) === name || clusterOf(to) === name),
  );
  const lost = new Set(dropped.map(({ link }) => keyOf(link)));
  if (crossing.length === 0 || !crossing.every((link) => lost.has(keyOf(link)))) return false;
  const ends = new Set(crossing.map(({ address }) => `${address?.host}:${address?.port}`));
  const own = dropped.filter(({ client }) => client.ref.cluster === name);
  if (own.some(({ words }) => words.includes('network is unreachable'))) return true;
  // Policies may close all ways as well: only where they were seen is it none of them.
  return (
    ends.size > 1 && own.every(({ link, client }) => guardOf(context, link, client).verdict === 'allowed')
  );
}

function apart(dropped: readonly BrokenWay[], name: string): Finding[] {
  const own = dropped.filter(
    ({ client, server }) => client.ref.cluster === name || server?.ref.cluster === name,
  );
  return [
    present('sites-apart', clusterRef(name), {
      evidence: own.map(({ source, words }) => quote(source, words)),
      since: own.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
      facts: addressFacts(own[0]),
    }),
  ];
}

/** Ways with one server, or one host outside. */
function groupOf(ways: readonly BrokenWay[]): Map<string, BrokenWay[]> {
  const groups = new Map<string, BrokenWay[]>();
  for (const way of ways) {
    const key = way.server?.key ?? way.link.address?.host ?? '';
    groups.set(key, [...(groups.get(key) ?? []), way]);
  }
  return groups;
}

function ofGroup(context: FindingContext, group: readonly BrokenWay[]): Finding[] {
  const [first] = group;
  if (!first) return [];
  const { server } = first;
  if (!server && !isPrivate(first.link.address?.host ?? ''))
    return group.map((way) => present('outside-dropped', way.client.ref, detailsOf([way])));
  // Clients of several clusters that all fail have the server's side in common.
  const clusters = new Set(group.map(({ client }) => client.ref.cluster));
  if (server && clusters.size > 1 && isAllOf(context, server, group))
    return [present('connection-dropped', server.ref, detailsOf(group))];
  return group.map((way) => present('connection-dropped', way.ref, detailsOf([way])));
}

const isAllOf = (context: FindingContext, server: Component, group: readonly BrokenWay[]): boolean =>
  context.index
    .linksTo(server.key, group[0]?.link.kind)
    .every((link) => group.some((way) => keyOf(way.link) === keyOf(link)));

function detailsOf(group: readonly BrokenWay[]) {
  return {
    evidence: group.map(({ source, words }) => quote(source, words)),
    since: group.flatMap(({ since }) => since ?? []).sort()[0] ?? null,
    facts: { ...addressFacts(group[0]), error: group[0]?.words.slice(0, 200) ?? '' },
  };
}

function addressFacts(way: BrokenWay | undefined): Record<string, string | number> {
  const { host, port } = way?.link.address ?? { host: '', port: null };
  return { ...(host === '' ? {} : { host }), ...(port === null ? {} : { port }) };
}

/** Addresses that no provider routes (RFC 1918, 4193, 6598): they belong to a site of one's own. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

const isPrivate = (host: string): boolean =>
  isAddress(host) && PRIVATE.some((range) => contains(range, host));
