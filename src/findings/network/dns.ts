import { slicesOf } from '../../evidence/addresses.ts';
import type { LogLine } from '../../evidence/logs.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { clusterRef, type Subject } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { selectedPods } from '../shared/paths.ts';
import { replicasBefore } from '../shared/scaling.ts';
import { isStuck } from '../workload/readiness.ts';
import { serviceRef } from './services.ts';

/** Lines older than this say nothing about now. */
const RECENT_SECONDS = 120;

/** Whether the cluster's DNS answers: by its own state, and by what its clients say of their lookups. */
export const dns: FindingRule = {
  name: 'network/dns',
  look: (context) => context.fleet.clusters.flatMap(({ name }) => look(context, name)),
};

function look(context: FindingContext, cluster: string): Finding[] {
  const servers = context.index.byRole('dns', cluster);
  const main = servers[0];
  if (main) return [serverState(context, servers, main), ...lookups(context, cluster, main.ref)];
  const left = serviceWithoutServer(context, cluster);
  return [...(left ? [left] : []), ...lookups(context, cluster, left?.subject ?? clusterRef(cluster))];
}

/** No DNS server was recognised: the Service of one that is gone stands alone. */
function serviceWithoutServer(context: FindingContext, name: string): Finding | null {
  const cluster = context.cluster(name);
  if (!cluster?.services.seen || !cluster.endpointSlices.seen || !cluster.pods.seen) return null;
  const { source, value } = cluster.services;
  const alone = value.find(
    (service) =>
      service.ports.some(({ port }) => port === 53) &&
      selectedPods(cluster, service)?.length === 0 &&
      slicesOf(cluster, service).every(({ endpoints }) => endpoints.length === 0),
  );
  if (!alone) return null;
  const words = `Service ${alone.meta.name}: endpoints 0`;
  // A workload that nobody could list may be there, with no pods.
  const way = cluster.deployments.seen && cluster.daemonSets.seen ? 'missing' : '';
  return present('dns-silent', serviceRef(name, alone.meta.namespace ?? '', alone.meta.name, 'dns'), {
    evidence: [quote(source, words)],
    facts: { reason: words, way },
  });
}

function serverState(context: FindingContext, servers: readonly Component[], main: Component): Finding {
  const { pods } = context.clusterOf(main);
  const isWanted = servers.some(({ desired }) => desired !== 0);
  if (!pods.seen && isWanted) return unknown('dns-silent', main.ref, pods.reason);
  const reasons = servers.map((server) => silentBecause(context, server));
  const reason = reasons[0];
  if (reason === undefined || reasons.some((candidate) => candidate === null))
    return absent('dns-silent', main.ref);
  return present('dns-silent', main.ref, {
    evidence: [
      quote(
        (pods.seen ? null : context.workload(main)?.source) ?? pods.source,
        `${main.ref.kind} ${main.ref.name}: ${reason?.words}`,
      ),
    ],
    facts: { reason: reason?.words ?? '', way: reason?.way ?? '', ...replicasBefore(context, main) },
  });
}

interface Reason {
  /** In terms that are the same in every language. */
  words: string;
  /** What is wrong with the Service before it, if that is it. */
  way: 'service-missing' | 'service-selector-mismatch' | null;
}

/** Why one DNS workload gives no answer; `null` if it can. */
function silentBecause(context: FindingContext, server: Component): Reason | null {
  if (server.desired === 0) return { words: 'spec.replicas 0', way: null };
  const pods = context.pods(server);
  const isDown =
    pods.every((pod) => !pod.ready) &&
    (pods.length === 0 || pods.some((pod) => isStuck(context, pod, server)));
  if (isDown) return { words: `Ready 0/${server.desired ?? pods.length}`, way: null };
  const cluster = context.clusterOf(server);
  if (!cluster.services.seen) return null;
  const serving = seenOr(cluster.services, []).filter(({ ports }) => ports.some(({ port }) => port === 53));
  if (serving.length === 0) return { words: 'Service :53 –', way: 'service-missing' };
  const reached = serving.some(
    (service) => selectedPods(cluster, service)?.some((pod) => pods.includes(pod)) ?? true,
  );
  const words = `Service ${serving[0]?.meta.name}: endpoints 0`;
  return reached ? null : { words, way: 'service-selector-mismatch' };
}

/** Lookups that got no answer, in the logs of any part in the cluster. A name that does not exist is an answer. */
function lookups(context: FindingContext, cluster: string, subject: Subject): Finding[] {
  for (const component of context.index.inCluster(cluster)) {
    for (const { source, lines } of context.logs(component, 'current')) {
      const line = lines.findLast((candidate) => isUnanswered(candidate) && isRecent(context, candidate));
      if (!line) continue;
      return [
        present('name-lookup-failing', subject, {
          evidence: [quote(source, line.raw)],
          since: lines.find(isUnanswered)?.at ?? line.at,
          facts: { client: component.ref.name },
        }),
      ];
    }
  }
  return [];
}

const UNANSWERED = [
  'i/o timeout',
  'connection refused',
  'server misbehaving',
  'no answer',
  'operation not permitted',
  'unreachable',
];

/** Go's resolver: `lookup NAME on SERVER:53: REASON`, or `lookup NAME: Try again` (net package, cgo and pure). */
function isUnanswered(line: LogLine): boolean {
  const lookup = line.message.indexOf('lookup ');
  if (lookup < 0) return line.message.includes('Temporary failure in name resolution');
  const rest = line.message.slice(lookup, lookup + 400);
  if (rest.includes('no such host')) return false;
  return (
    rest.includes(': Try again') ||
    (rest.includes(':53: ') && UNANSWERED.some((reason) => rest.includes(reason)))
  );
}

function isRecent(context: FindingContext, line: LogLine): boolean {
  const age = ageSeconds(context, line.at);
  return age !== null && age < RECENT_SECONDS;
}
