import { contains } from '../../evidence/cidr.ts';
import { type Component, group, isAddress, type Link } from '../../fleet/fleet.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { saysDropped, saysLate } from '../shared/dials.ts';
import { guardOf } from '../shared/guards.ts';
import { followLinks } from '../shared/paths.ts';
import { type BrokenWay, brokenWays, isServing, probeTargetOf } from '../shared/ways.ts';

/** Ways on which packets get no answer although no policy closes them and the server could take them. */
export const drops: FindingRule = {
  name: 'network/drops',
  look: (context) => {
    const late = unansweredWays(context).map((way) => ({ way, got: gotOf(context, way) }));
    const of = (...kinds: Got[]) => late.flatMap(({ way, got }) => (kinds.includes(got) ? [way] : []));
    const dropped = of('nothing');
    const broken = new Set(dropped.map(({ link }) => keyOf(link)));
    const unrouted = new Set(
      dropped.flatMap(({ words, client }) =>
        words.includes('network is unreachable') ? [client.ref.cluster] : [],
      ),
    );
    const edges = context.fleet.clusters.map(({ name }) => name).filter((name) => !isHub(context, name));
    const lost = new Set(edges.filter((name) => isApart(context, broken, name, unrouted.has(name))));
    const single = dropped.filter(
      ({ client, server }) => !lost.has(client.ref.cluster) && !lost.has(server?.ref.cluster ?? ''),
    );
    const silent = of('nothing', 'untold');
    return [
      ...[...lost].flatMap((name) => apart(dropped, name)),
      ...edges.flatMap((name) => (lost.has(name) ? [] : crossing(context, silent, name))),
      // Ways with one server, or one host outside.
      ...[...group(single, ({ server, link }) => server?.key ?? link.address?.host ?? '').values()].flatMap(
        (ways) => ofGroup(context, ways),
      ),
      ...of('connection').map((way) => present('requests-hang', way.ref, detailsOf([way]))),
      ...of('untold').map((way) => present('requests-unanswered', way.ref, detailsOf([way]))),
      ...silent.flatMap((way) => untried(context, way)),
    ];
  },
};

/** What the client got of the other side: nothing at all, a connection, or what nobody can tell. */
type Got = 'nothing' | 'connection' | 'untold';

/** The name under which Prometheus counts its connections of remote write (storage/remote/client.go). */
const DIALER = { dialer_name: 'remote_storage_write_client' };

/**
 * A deadline that passed says less than a dial that got no answer. A writer counts the connections that it holds: with
 * none its dials got nothing; with one, packets pass, at least small ones. Of several queues nobody knows whose it is,
 * and one connection of HTTP/2 outlives the requests on it.
 */
function gotOf(context: FindingContext, { client, link, words }: BrokenWay): Got {
  if (saysDropped(words)) return 'nothing';
  if (link.kind !== 'remote-write') return 'untold';
  const open = context.metrics(client).flatMap(({ look }) => {
    const count = (name: string) =>
      look.seen ? (look.value.sum(`net_conntrack_dialer_conn_${name}_total`, DIALER) ?? 0) : 0;
    return count('attempted') > 0 ? [count('established') - count('closed')] : [];
  });
  if (open.length === 0) return 'untold';
  if (open.every((number) => number <= 0)) return 'nothing';
  const isItsOwn = context.index.linksFrom(client.key, 'remote-write').length === 1;
  return isItsOwn && link.address?.url.startsWith('http:') ? 'connection' : 'untold';
}

/** What a probe would tell, where nobody asked for one yet. */
function untried(context: FindingContext, way: BrokenWay): Finding[] {
  const isTried = context.clusterOf(way.client).probes.size > 0;
  return isTried || probeTargetOf(way) === null ? [] : [unknown('way-closed-to-probe', way.ref, 'not-asked')];
}

function unansweredWays(context: FindingContext): BrokenWay[] {
  const ways = brokenWays(context);
  const broken = new Set(ways.map(({ link }) => keyOf(link)));
  const wrong = new Set(
    followLinks(context).flatMap(({ link, problem }) =>
      problem && problem.kind !== 'unseen' ? [keyOf(link)] : [],
    ),
  );
  return ways.filter((way) => {
    const { words, link, server, client } = way;
    if (!saysDropped(words) && !(saysLate(words) && isAlone(context, broken, way))) return false;
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
  broken: ReadonlySet<string>,
  { server, client, link }: BrokenWay,
): boolean {
  if (!server) return false;
  const others = context.index.linksTo(server.key, link.kind).filter(({ from }) => from !== client.key);
  return (
    others.some(({ from }) => context.index.component(from)?.ref.cluster !== client.ref.cluster) &&
    others.every((other) => !broken.has(keyOf(other)))
  );
}

const isHub = (context: FindingContext, name: string): boolean =>
  context.index.inCluster(name).some(({ role }) => role === 'receive' || role === 'query');

/** Links between parts of this cluster and parts of others. */
function crossingLinks(context: FindingContext, name: string): Link[] {
  const clusterOf = (key: unknown) => context.index.component(String(key))?.ref.cluster;
  return context.index
    .linksOf(name)
    .filter(({ from, to }) => typeof to === 'string' && clusterOf(from) !== clusterOf(to));
}

/**
 * Nothing that crosses the border of the cluster gets an answer, and too little crosses it to tell a rule for one port
 * from a link that is gone. A router that says that it knows no way speaks for the link (an ICMP "host unreachable" is
 * EHOSTUNREACH), though some packet filters reject with the same words (firewalld: icmp-host-prohibited).
 */
function crossing(context: FindingContext, silent: readonly BrokenWay[], name: string): Finding[] {
  const links = crossingLinks(context, name);
  const ways = links.map((link) => silent.find((way) => keyOf(way.link) === keyOf(link)));
  const broken = ways.flatMap((way) => way ?? []);
  if (links.length === 0 || broken.length < links.length) return [];
  const isUnrouted = broken.some(({ words }) => words.includes('no route to host'));
  const type = isUnrouted ? 'crossing-unrouted' : 'crossing-silent';
  return [present(type, clusterRef(name), detailsOf(broken))];
}

/** Everything that leaves or enters the cluster, and more than one way, is lost; or there is no route at all. */
function isApart(
  context: FindingContext,
  broken: ReadonlySet<string>,
  name: string,
  isUnrouted: boolean,
): boolean {
  const crossing = crossingLinks(context, name);
  if (crossing.length === 0 || !crossing.every((link) => broken.has(keyOf(link)))) return false;
  const ends = new Set(crossing.map(({ address }) => `${address?.host}:${address?.port}`));
  if (isUnrouted) return true;
  // Policies may close all ways as well: only where they were seen is it none of them.
  return (
    ends.size > 1 &&
    crossing.every((link) => {
      const client = context.index.component(link.from);
      if (client?.ref.cluster !== name) return true;
      return guardOf(context, link, client).verdict === 'allowed';
    })
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

function isAllOf(context: FindingContext, server: Component, ways: readonly BrokenWay[]): boolean {
  const broken = new Set(ways.map(({ link }) => keyOf(link)));
  return context.index.linksTo(server.key, ways[0]?.link.kind).every((link) => broken.has(keyOf(link)));
}

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
