import { namespacesOf, serviceName, slicesOf } from '../../evidence/addresses.ts';
import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { type Role, WRITERS } from '../../fleet/roles.ts';
import { clusterRef } from '../../fleet/subjects.ts';
import { agesInQuery, identitiesOf } from '../cluster/silence.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, findingId, present, quote } from '../finding.ts';
import { serviceRef } from '../network/services.ts';
import { note } from '../notes.ts';
import { followLinks, type LinkPath, selectedPods } from '../shared/paths.ts';

/** A cluster that sent for so long did so on purpose (its history is seen in steps of five minutes). */
const ESTABLISHED_SECONDS = 300;
const SILENT_SECONDS = 120;

/** Parts that something in the fleet needs and that no workload makes. */
export const presence: FindingRule = {
  name: 'workload/presence',
  look: (context) => {
    const findings = [...behindServices(context), ...writers(context)];
    return [...new Map(findings.map((finding) => [findingId(finding), finding])).values()];
  },
};

/**
 * Several Services can lead to the part that is not there: it is told once, by the one through which samples come.
 */
function behindServices(context: FindingContext): Finding[] {
  const found = followLinks(context)
    .toSorted((a, b) => Number(b.link.kind === 'query') - Number(a.link.kind === 'query'))
    .flatMap((path) => behind(context, path));
  const part = ({ subject, facts }: Finding) =>
    subject.type === 'component' ? `${subject.cluster}/${subject.namespace} ${facts.selector}` : '';
  return [...new Map(found.map((finding) => [part(finding), finding])).values()];
}

/** A Service that a link goes through is there, and nothing that it could select. */
function behind(context: FindingContext, path: LinkPath): Finding[] {
  const { link, server, problem } = path;
  if (problem !== null || link.certainty === 'resolved') return [];
  const own = serviceName(
    link.address.host,
    path.client.ref.namespace ?? '',
    namespacesOf(context.clusterOf(path.client)),
  );
  const way = own
    ? { cluster: path.client.ref.cluster, namespace: own.namespace, name: own.name }
    : link.service;
  const cluster = way && context.cluster(way.cluster);
  if (!way || !cluster || !isListed(cluster)) return [];
  const service = seenOr(cluster.services, []).find(
    ({ meta }) => meta.namespace === way.namespace && meta.name === way.name,
  );
  // A component that only has no pods now is told by its own findings.
  if (!service || !isOrphan(cluster, service) || (server && hasWorkload(context, server.key))) return [];
  const role = roleOf(path);
  return [
    present('component-absent', serviceRef(way.cluster, way.namespace, way.name, role), {
      evidence: [
        quote(
          cluster.services.source,
          note('service-no-workload', {
            ...{ service: `${way.namespace}/${way.name}`, selector: format(service.selector) },
          }),
        ),
      ],
      facts: {
        missing: `${role} (Service ${way.namespace}/${way.name})`,
        service: way.name,
        selector: format(service.selector),
      },
    }),
  ];
}

/** Only where every kind of workload could be seen can one be missed. */
const isListed = (cluster: ClusterEvidence): boolean =>
  cluster.pods.seen && cluster.deployments.seen && cluster.statefulSets.seen && cluster.daemonSets.seen;

/** It selects no pod, has no endpoint, and no workload would make a pod for it. */
function isOrphan(cluster: ClusterEvidence, service: Service): boolean {
  const selector = Object.entries(service.selector);
  if (selector.length === 0 || service.externalName !== null) return false;
  if (selectedPods(cluster, service)?.length !== 0) return false;
  if (slicesOf(cluster, service).some(({ endpoints }) => endpoints.length > 0)) return false;
  return ![cluster.deployments, cluster.statefulSets, cluster.daemonSets].some((look) =>
    seenOr(look, []).some(
      ({ meta, podLabels }) =>
        meta.namespace === service.meta.namespace &&
        selector.every(([key, value]) => podLabels[key] === value),
    ),
  );
}

function hasWorkload(context: FindingContext, key: string): boolean {
  const component = context.index.component(key);
  return component !== undefined && (component.pods.length > 0 || context.workload(component) !== null);
}

function roleOf({ link }: LinkPath): Role {
  if (link.kind === 'remote-write' || link.kind === 'forward') return 'receive';
  if (link.kind === 'query') return 'store';
  if (link.kind === 'cache') return 'cache';
  return link.kind === 'upload' || link.kind === 'fetch' ? 'object-store' : 'target';
}

/** Clusters that sent samples until lately and in which nothing is left that could. */
function writers(context: FindingContext): Finding[] {
  const seen = agesInQuery(context);
  if (!seen) return [];
  const identities = identitiesOf(context, seen);
  return context.fleet.clusters.flatMap(({ name }) => {
    const cluster = context.cluster(name);
    const identity = identities.get(name);
    const age = identity === undefined ? undefined : seen.ages.get(identity);
    if (!cluster || !isListed(cluster) || !age) return [];
    if (age.ageSeconds < SILENT_SECONDS || (age.spanSeconds ?? 0) < ESTABLISHED_SECONDS) return [];
    if (context.index.inCluster(name).some(({ role }) => WRITERS.includes(role) && role !== 'ruler'))
      return [];
    const words = note('nobody-writes', { seconds: Math.round(age.ageSeconds) });
    return [
      present(
        'component-absent',
        { ...clusterRef(name), role: 'agent' },
        {
          evidence: [quote(cluster.pods.source, words)],
          facts: { missing: 'agent' },
        },
      ),
    ];
  });
}

const format = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
