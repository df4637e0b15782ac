import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { Ingress, Service } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import { type Component, isAddress } from '../../fleet/fleet.ts';
import { componentRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, findingId, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { selectedPods } from '../shared/paths.ts';
import { type BrokenWay, brokenWays } from '../shared/ways.ts';
import { serviceRef } from './services.ts';

/** Ways in from outside: load balancers without an address, names and classes that nobody serves. */
export const entrances: FindingRule = {
  name: 'network/entrances',
  look: (context) => {
    const findings = [...context.evidence.clusters.values()].flatMap((cluster) => [
      ...seenOr(cluster.services, []).flatMap((service) => pending(context, cluster, service)),
      ...seenOr(cluster.ingresses, []).flatMap((ingress) => classless(context, cluster, ingress)),
    ]);
    const nameless = brokenWays(context).flatMap((way) => unnamed(context, way));
    return [...new Map([...findings, ...nameless].map((finding) => [findingId(finding), finding])).values()];
  },
};

/** A cloud makes a load balancer within this time. */
const PATIENCE_SECONDS = 300;

function pending(context: FindingContext, cluster: ClusterEvidence, service: Service): Finding[] {
  const { name, namespace, createdAt } = service.meta;
  const age = ageSeconds(context, createdAt);
  if (service.type !== 'LoadBalancer' || service.loadBalancer.length > 0 || service.externalIPs.length > 0)
    return [];
  if (age === null || age < PATIENCE_SECONDS || service.meta.deletingSince !== null) return [];
  const server = behind(context, cluster, service);
  if (!server) return [];
  if (isUsed(context, cluster, service) && !isWaitedFor(context, cluster, service, server)) return [];
  const event = seenOr(cluster.events, []).find(
    ({ object, type }) =>
      type === 'Warning' &&
      object.kind === 'Service' &&
      object.name === name &&
      object.namespace === namespace,
  );
  return [
    present('load-balancer-pending', serviceRef(cluster.name, namespace ?? '', name, server.role), {
      evidence: [
        quote(cluster.services.source, note('service-no-address', { service: `${namespace}/${name}` })),
        ...(event ? [quote(cluster.events.source, `${event.reason}: ${event.message}`)] : []),
      ],
      since: createdAt,
      facts: { service: name, error: event?.message.slice(0, 200) ?? '' },
    }),
  ];
}

/** The part of the pipeline that a Service leads to. */
function behind(context: FindingContext, cluster: ClusterEvidence, service: Service): Component | undefined {
  const chosen = selectedPods(cluster, service) ?? [];
  return context.index
    .inCluster(cluster.name)
    .find((component) => context.pods(component).some((pod) => chosen.includes(pod)));
}

/** Its node port or its cluster address serves a link that works: nobody waits for the address. */
function isUsed(context: FindingContext, cluster: ClusterEvidence, { meta }: Service): boolean {
  const broken = new Set(brokenWays(context).map(({ link }) => link));
  return context.index
    .linksThrough({ cluster: cluster.name, namespace: meta.namespace ?? '', name: meta.name })
    .some((link) => !broken.has(link));
}

/** A part of another cluster asks for it at its port, which only the load balancer would take there, and gets nowhere. */
function isWaitedFor(
  context: FindingContext,
  cluster: ClusterEvidence,
  { ports }: Service,
  server: Component,
): boolean {
  return brokenWays(context).some(
    ({ client, link, server: end }) =>
      end?.key === server.key &&
      client.ref.cluster !== cluster.name &&
      ports.some(({ port }) => port === link.address?.port),
  );
}

/** An Ingress of the pipeline whose class does not exist, or which has none where none is the default. */
function classless(context: FindingContext, cluster: ClusterEvidence, ingress: Ingress): Finding[] {
  const { ingressClasses, services } = cluster;
  if (!ingressClasses?.seen || !services.seen) return [];
  const { name, namespace, annotations } = ingress.meta;
  // The annotation of old is served by the controller that knows it, whatever classes there are.
  if (annotations['kubernetes.io/ingress.class'] !== undefined || ingress.loadBalancer.length > 0) return [];
  const isServed = ingressClasses.value.some(({ meta, isDefault }) =>
    ingress.className === null ? isDefault : meta.name === ingress.className,
  );
  const isOurs = ingress.rules.some(({ service }) =>
    services.value.some(
      (one) => one.meta.name === service && one.meta.namespace === namespace && behind(context, cluster, one),
    ),
  );
  if (isServed || !isOurs) return [];
  const words = note('ingress-class-none', {
    ...{ ingress: `${namespace}/${name}`, class: ingress.className ?? '–' },
  });
  return [
    present('ingress-absent', ingressRef(cluster, namespace ?? '', name), {
      evidence: [quote(ingressClasses.source, words)],
      since: ingress.meta.createdAt,
      facts: { host: ingress.rules[0]?.host ?? '', class: ingress.className ?? '' },
    }),
  ];
}

/** A controller that knows no such name answers 404 in its own words. */
function unnamed(context: FindingContext, { server, link, words, source, since }: BrokenWay): Finding[] {
  const host = link.address?.host ?? '';
  const cluster = server && context.clusterOf(server);
  if (!server || !cluster?.ingresses.seen || isAddress(host) || host.includes('.svc')) return [];
  if (server.ref.cluster === context.index.component(link.from)?.ref.cluster) return [];
  const isNamed = cluster.ingresses.value.some(({ rules }) =>
    rules.some((rule) => rule.host === host || rule.host === '' || rule.host.startsWith('*.')),
  );
  // Through a Service of its own there is no controller, unless it is the controller's.
  if (isNamed || !words.includes('status 404')) return [];
  if (link.service !== null && server.role !== 'ingress') return [];
  if (context.index.byRole('ingress', cluster.name).length === 0 && !words.includes('default backend'))
    return [];
  return [
    present('ingress-absent', ingressRef(cluster, server.ref.namespace ?? '', server.ref.name), {
      evidence: [quote(cluster.ingresses.source, note('ingress-none', { host })), quote(source, words)],
      since,
      facts: { host, error: words.slice(0, 200) },
    }),
  ];
}

const ingressRef = (cluster: ClusterEvidence, namespace: string, name: string) =>
  componentRef({ cluster: cluster.name, namespace, kind: 'Ingress', name, role: 'ingress' });
