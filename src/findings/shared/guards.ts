import { ingressOf } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { NetworkPolicy } from '../../evidence/kubernetes/policies.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { type Component, isAddress, type Link } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import { type End, type Flow, type Judgement, judge, type OutsideEnd, type PodEnd } from './policies.ts';
import { listeningPort } from './ports.ts';

/** What the NetworkPolicies at both ends say of a link. */
export type Guard =
  | { verdict: 'allowed' }
  | { verdict: 'unknown'; why: BlindReason }
  | { verdict: 'denied'; at: Component; policy: NetworkPolicy; source: Source; flow: string };

interface Check {
  cluster: ClusterEvidence;
  /** The component whose pods the policies select. */
  at: Component;
  direction: 'ingress' | 'egress';
  flow: Flow;
  words: string;
}

/** Whether policies let a link through, on the client's side and on the server's. */
export function guardOf(context: FindingContext, link: Link, client: Component): Guard {
  const server = typeof link.to === 'string' ? (context.index.component(link.to) ?? null) : null;
  const guard = strictest(checksOf(context, link, client, server), clustersOf(context, client, server));
  const services = server && context.clusterOf(server).services;
  // Without the Services, which pods stand behind an address was a guess by names: no proof that a policy closes it.
  return guard.verdict === 'denied' && services && !services.seen && !isAddress(link.address?.host ?? '')
    ? { verdict: 'unknown', why: services.reason }
    : guard;
}

const clustersOf = (context: FindingContext, ...ends: readonly (Component | null)[]): ClusterEvidence[] =>
  ends.flatMap((end) => (end ? context.clusterOf(end) : []));

/** Whether policies let a component ask the DNS of its cluster. */
export function dnsGuardOf(context: FindingContext, client: Component): Guard {
  const cluster = context.clusterOf(client);
  const from = podEnd(cluster, context.pods(client)[0]);
  const checks = context.index.byRole('dns', client.ref.cluster).flatMap((server): Check[] => {
    const to = podEnd(cluster, context.pods(server)[0]);
    if (!from || !to) return [];
    const flow: Flow = { from, to, port: 53, protocol: 'UDP' };
    const words = `${client.ref.name} → ${server.ref.name}:53/UDP`;
    return [
      { cluster, at: client, direction: 'egress', flow, words },
      { cluster, at: server, direction: 'ingress', flow, words },
    ];
  });
  return strictest(checks, clustersOf(context, client));
}

/** Where policies could not be listed nothing is allowed for sure, even if an end has no pod that could be judged. */
function strictest(checks: readonly Check[], clusters: readonly ClusterEvidence[]): Guard {
  const guards = [...checks.map(guard), ...clusters.flatMap((cluster) => unlisted(cluster) ?? [])];
  return (
    guards.find(({ verdict }) => verdict === 'denied') ??
    guards.find(({ verdict }) => verdict === 'unknown') ?? { verdict: 'allowed' }
  );
}

/** An API server that does not know policies has none. */
function unlisted({ networkPolicies: look }: ClusterEvidence): Guard | null {
  return look.seen || look.reason === 'not-found' ? null : { verdict: 'unknown', why: look.reason };
}

function guard({ cluster, at, direction, flow, words }: Check): Guard {
  const { networkPolicies, namespaces } = cluster;
  if (!networkPolicies.seen) return unlisted(cluster) ?? { verdict: 'allowed' };
  const judgement = judge(networkPolicies.value, direction, flow);
  const policy = newest(judgement);
  if (judgement.verdict === 'allowed' || !policy) return { verdict: 'allowed' };
  if (judgement.verdict === 'unknown')
    return { verdict: 'unknown', why: namespaces && !namespaces.seen ? namespaces.reason : 'out-of-scope' };
  return { verdict: 'denied', at, policy, source: networkPolicies.source, flow: `${words} (${direction})` };
}

/** Of the policies that select a pod, the one that came or changed last closed the way. */
function newest({ selecting }: Judgement): NetworkPolicy | undefined {
  const changedAt = ({ meta }: NetworkPolicy) =>
    [meta.createdAt ?? '', ...meta.changes.map(({ at }) => at)].sort().at(-1) ?? '';
  return [...selecting].sort((a, b) => (changedAt(a) < changedAt(b) ? 1 : -1))[0];
}

function checksOf(context: FindingContext, link: Link, client: Component, server: Component | null): Check[] {
  const near = context.clusterOf(client);
  const from = podEnd(near, context.pods(client)[0]);
  const host = link.address?.host ?? '';
  const port = link.address?.port ?? null;
  const far = server && context.clusterOf(server);
  const to = server && far ? podEnd(far, context.pods(server)[0]) : null;
  const inside = server ? (listeningPort(server, link.kind) ?? port) : port;
  const words = `${client.ref.name} → ${server?.ref.name ?? host}:${inside ?? ''}/TCP`;
  if (server && far === near) {
    if (!from || !to) return [];
    const flow: Flow = { from, to, port: inside, protocol: 'TCP' };
    return [
      { cluster: near, at: client, direction: 'egress', flow, words },
      { cluster: near, at: server, direction: 'ingress', flow, words },
    ];
  }
  const outside: OutsideEnd = { type: 'outside', addresses: isAddress(host) ? [host] : [] };
  const leaving: Check[] = from
    ? [
        {
          ...{ cluster: near, at: client, direction: 'egress' },
          flow: { from, to: outside, port, protocol: 'TCP' },
          words: `${client.ref.name} → ${host}:${port ?? ''}/TCP`,
        },
      ]
    : [];
  if (!server || !far || !to) return leaving;
  const entering = entrances(context, far, near, host).map(
    (end): Check => ({
      ...{ cluster: far, at: server, direction: 'ingress', words },
      flow: { from: end, to, port: inside, protocol: 'TCP' },
    }),
  );
  return [...leaving, ...entering];
}

/** Where the packets of another cluster seem to come from: its nodes, the own nodes, or an Ingress controller. */
function entrances(
  context: FindingContext,
  far: ClusterEvidence,
  near: ClusterEvidence,
  host: string,
): End[] {
  if (ingressOf([far], host)) {
    const controller = context.index.byRole('ingress', far.name)[0];
    const end = controller && podEnd(far, context.pods(controller)[0]);
    return end ? [end] : [];
  }
  const addresses = [near, far].flatMap(({ nodes }) => seenOr(nodes, []).flatMap((node) => node.addresses));
  return [{ type: 'outside', addresses: addresses.filter(isAddress) }];
}

function podEnd(cluster: ClusterEvidence, pod: Pod | undefined): PodEnd | null {
  if (!pod) return null;
  const namespace = pod.meta.namespace ?? '';
  const own = seenOr(cluster.namespaces ?? undefined, []).find(({ meta }) => meta.name === namespace);
  return {
    ...{ type: 'pod', namespace, labels: pod.meta.labels, namespaceLabels: own?.meta.labels ?? null },
    ...{ ip: pod.ip, hostNetwork: pod.spec.hostNetwork },
    ports: pod.spec.containers.flatMap(({ ports }) => ports),
  };
}
