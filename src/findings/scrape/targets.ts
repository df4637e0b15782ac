import { addressOfUrl, slicesOf } from '../../evidence/addresses.ts';
import { podKey } from '../../evidence/evidence.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Source } from '../../evidence/look.ts';
import type { Target } from '../../evidence/prometheus.ts';
import type { Component } from '../../fleet/fleet.ts';
import { type ComponentRef, componentRef, subjectKey } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, type Quote, quote } from '../finding.ts';
import { note, type Words } from '../notes.ts';
import {
  componentOfPod,
  isCalled,
  ownerRef,
  placeOf,
  workloadsBehind,
  workloadsOf,
} from '../shared/target-places.ts';
import { keptUnready } from '../shared/unready.ts';
import type { FindingType } from '../types.generated.ts';
import { PAUSE_ANNOTATION } from '../workload/replicas.ts';

/** A pod that starts refuses scrapes for a while; one that is not ready for longer is not on its way. */
const STARTING_SECONDS = 120;
/** One that answers, if with an error, or that was found ready by a probe, has its start behind it. */
const STARTED_SECONDS = 60;
/** So many targets of different owners that all time out have a way in common, and no fault of their own. */
const MANY_OWNERS = 3;
const MAX_QUOTES = 3;

/** The targets of each writer that cannot be scraped, and what their errors and what stands behind them say. */
export const targets: FindingRule = {
  name: 'scrape/targets',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((writer) => look(context, writer)),
};

/** One target that fails, told. */
interface Failure {
  type: FindingType;
  subject: ComponentRef;
  target: Target;
  source: Source;
  detail: Words;
  /** Nothing of the fleet that could be looked at is at fault for it. */
  isOutside: boolean;
  facts?: Finding['facts'];
  /** What else shows it, beside the scrape's own error. */
  also?: Quote;
}

function look(context: FindingContext, writer: Component): Finding[] {
  const cluster = context.clusterOf(writer);
  const seen = context.pods(writer).flatMap((pod) => {
    const look = cluster.targets.get(podKey(pod));
    return look?.seen ? look.value.map((target) => ({ target, source: look.source })) : [];
  });
  const failures = seen
    .filter(({ target }) => target.health === 'down' && target.lastError !== '')
    .flatMap(({ target, source }) => failureOf(context, writer, target, source) ?? []);
  const owners = new Set(seen.map(({ target }) => target.found.pod ?? addressOfUrl(target.url)?.host));
  return findingsOf(withOneWay(failures, writer, owners.size));
}

/** Where nearly every target times out, it is the writer's own way that is blocked. */
function withOneWay(failures: readonly Failure[], writer: Component, all: number): Failure[] {
  const late = new Set(
    failures.filter(({ type }) => type === 'scrape-timed-out').map(({ subject }) => subjectKey(subject)),
  );
  if (late.size < MANY_OWNERS || late.size < all / 2) return [...failures];
  return failures.map((failure) =>
    failure.type === 'scrape-timed-out' ? { ...failure, subject: writer.ref, isOutside: false } : failure,
  );
}

/** One finding for each subject and kind, however many targets and replicas tell it. */
function findingsOf(failures: readonly Failure[]): Finding[] {
  const groups = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = `${failure.type} ${subjectKey(failure.subject)}`;
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Failure, ...Failure[]];
    const lines = new Set(group.map(({ target }) => `${target.pool} ${target.url}: ${target.lastError}`));
    return present(first.type, first.subject, {
      evidence: [
        ...[...lines].slice(0, MAX_QUOTES).map((line) => quote(first.source, line)),
        ...(first.also ? [first.also] : []),
      ],
      facts: {
        url: first.target.url,
        error: first.target.lastError.slice(0, 200),
        job: first.target.pool,
        detail: first.detail,
        count: lines.size,
        outside: group.every(({ isOutside }) => isOutside) ? 1 : 0,
        targets: first.source.path.split('?', 1)[0] ?? '',
        ...first.facts,
      },
    });
  });
}

function failureOf(
  context: FindingContext,
  writer: Component,
  target: Target,
  source: Source,
): Failure | null {
  const cluster = context.clusterOf(writer);
  const { name: clusterName } = cluster;
  const place = placeOf(cluster, writer, target);
  const type = errorType(context, target);
  const plain = { target, source, detail: target.lastError.slice(0, 200), isOutside: true };
  switch (place.kind) {
    case 'pod':
      return ofPod(context, clusterName, place.pod, target, type, plain);
    case 'service':
      return ofService(context, writer, place.service, place.pods, type, plain);
    case 'absent-service':
      return ofAbsentService(context, writer, place, plain);
    case 'node': {
      const subject = componentRef({
        ...{ cluster: clusterName, namespace: null, kind: 'Node', name: place.name, role: 'node' },
      });
      // A node that is lost is told by its own condition.
      return place.ready && type ? { type, subject, ...plain } : null;
    }
    case 'outside':
      return type ? { type, subject: writer.ref, ...plain } : null;
    case 'unknown':
      // A pod that went away is no target for much longer; lists that were not seen hide the cause.
      return cluster.pods.seen && cluster.services.seen
        ? null
        : type && { type, subject: writer.ref, ...plain, isOutside: false };
  }
}

type Plain = Pick<Failure, 'target' | 'source' | 'detail' | 'isOutside'>;

function ofPod(
  context: FindingContext,
  cluster: string,
  pod: Pod,
  target: Target,
  type: FindingType | null,
  plain: Plain,
): Failure | null {
  if (isPassing(context, pod, type)) return null;
  const component = componentOfPod(context, cluster, pod);
  const subject = ownerRef(context, cluster, pod);
  if (!pod.ready) {
    // What keeps a part of the fleet from being ready is told by its own findings.
    if (component) return null;
    return { ...plain, ...unready(context, cluster, [pod]), subject, detail: stateOf(pod) };
  }
  // Scraped last before it was ready: the next scrape tells.
  if (target.lastScrape !== null && target.lastScrape < (pod.readySince ?? '')) return null;
  return type && { type, subject, ...plain, isOutside: component === null };
}

/** What keeps the pods of an application from being ready is told in the place of that they are not. */
function unready(
  context: FindingContext,
  cluster: string,
  pods: readonly Pod[],
): Pick<Failure, 'type' | 'facts' | 'also'> & Partial<Pick<Failure, 'isOutside'>> {
  const kept = keptUnready(context, cluster, pods);
  if (kept) return { type: kept.type, facts: kept.facts, also: kept.evidence };
  const { events } = context.cluster(cluster) ?? {};
  return { type: 'scrape-target-unready', ...(events?.seen === false && { isOutside: false }) };
}

/** What no start does away with: the page is there, and is refused for what it is. */
const NOT_OF_A_START: readonly (FindingType | null)[] = [
  ...([
    'scrape-limit-exceeded',
    'scrape-not-exposition',
    'scrape-tls-failing',
    'scrape-unauthorized',
  ] as const),
];

/** Finished, going away, or only just started: nothing that stays. */
function isPassing(context: FindingContext, pod: Pod, type: FindingType | null): boolean {
  if (pod.meta.deletingSince || pod.phase === 'Succeeded' || pod.phase === 'Failed') return true;
  if (pod.meta.owner?.kind === 'Job') return true;
  if (NOT_OF_A_START.includes(type)) return false;
  const age = ageSeconds(context, pod.readySince ?? pod.meta.createdAt);
  const isUp =
    type === 'scrape-http-error' ||
    (pod.ready && pod.spec.containers.some(({ hasReadinessProbe }) => hasReadinessProbe));
  const start = isUp ? STARTED_SECONDS : STARTING_SECONDS;
  return age !== null && age < start && !pod.containers.some(({ restarts }) => restarts > 0);
}

function stateOf(pod: Pod): Words {
  const waiting = pod.containers.find((status) => status.waiting)?.waiting;
  const reason = waiting?.reason ?? pod.unschedulable ?? pod.reason;
  return reason == null ? note('target-unready', { pod: pod.meta.name }) : `${pod.meta.name}: ${reason}`;
}

function ofService(
  context: FindingContext,
  writer: Component,
  service: Service,
  pods: readonly Pod[],
  type: FindingType | null,
  plain: Plain,
): Failure | null {
  const cluster = context.clusterOf(writer);
  const { name, namespace } = service.meta;
  const subject = componentRef({ cluster: cluster.name, namespace, kind: 'Service', name, role: 'target' });
  const hasNoSelector = Object.keys(service.selector).length === 0;
  if (hasNoSelector || service.externalName !== null) return type && { type, subject, ...plain };
  if (!cluster.endpointSlices.seen) return type && { type, subject, ...plain, isOutside: false };
  const live = pods.filter(({ phase }) => phase !== 'Succeeded' && phase !== 'Failed');
  const [first] = live;
  if (!first) return ofEmptyService(context, writer, service, subject, plain);
  const isReachable = slicesOf(cluster, service).some(({ endpoints }) =>
    endpoints.some(({ ready, addresses }) => ready && addresses.length > 0),
  );
  const owner = ownerRef(context, cluster.name, first);
  if (live.every((pod) => isPassing(context, pod, type))) return null;
  if (isReachable) return type && { type, subject: owner, ...plain };
  if (componentOfPod(context, cluster.name, first)) return null;
  if (live.some(({ ready }) => ready)) return type && { type, subject: owner, ...plain };
  const detail = note('target-pods', { pods: live.map(stateOf) });
  return { ...plain, ...unready(context, cluster.name, live), subject: owner, detail };
}

/** A Service without pods: its application is scaled down or not deployed, or it selects other labels. */
function ofEmptyService(
  context: FindingContext,
  writer: Component,
  service: Service,
  subject: ComponentRef,
  plain: Plain,
): Failure | null {
  const cluster = context.clusterOf(writer);
  const [workload] = workloadsBehind(cluster, service);
  if (workload) {
    const key = [cluster.name, workload.meta.namespace, workload.kind, workload.meta.name].join('/');
    // A part of the fleet has findings of its own; a declared pause is none.
    if (context.index.component(key) || workload.meta.annotations[PAUSE_ANNOTATION] !== undefined)
      return null;
    const { kind, meta } = workload;
    const owner = componentRef({
      ...{ cluster: cluster.name, namespace: meta.namespace, kind, name: meta.name, role: 'target' },
    });
    return {
      ...{ type: 'scrape-targets-absent', subject: owner, ...plain },
      detail: note('workload-no-pods', {
        workload: `${kind} ${meta.namespace}/${meta.name}`,
        replicas: workload.replicas ?? '–',
      }),
    };
  }
  const meant = workloadsOf(cluster).find(
    (candidate) =>
      candidate.meta.namespace === service.meta.namespace &&
      isCalled(candidate, service.meta.name) &&
      candidate.readyReplicas > 0,
  );
  if (!meant) {
    const detail = note('service-for-nothing', {
      service: `${service.meta.namespace}/${service.meta.name}`,
    });
    return { type: 'scrape-targets-absent', subject, ...plain, detail };
  }
  const labels = format(meant.podLabels);
  const selector = format(service.selector);
  return {
    ...{ type: 'service-selects-nothing', subject, ...plain },
    facts: { service: service.meta.name, namespace: service.meta.namespace ?? '', selector, labels },
  };
}

const format = (labels: Record<string, string>) =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/** The job names a Service that is not there: its application runs without it, or is not deployed at all. */
function ofAbsentService(
  context: FindingContext,
  writer: Component,
  { namespace, name }: { namespace: string; name: string },
  plain: Plain,
): Failure | null {
  const cluster = context.clusterOf(writer);
  const subject = componentRef({ cluster: cluster.name, namespace, kind: 'Service', name, role: 'target' });
  const isDeployed = workloadsOf(cluster).some(
    (workload) => workload.meta.namespace === namespace && isCalled(workload, name),
  );
  const facts = { service: name, namespace, address: addressOfUrl(plain.target.url)?.host ?? '' };
  return isDeployed
    ? { type: 'service-absent', subject, ...plain, facts }
    : {
        ...{ type: 'scrape-targets-absent', subject, ...plain },
        detail: note('neither-exists', { name: `${namespace}/${name}` }),
      };
}

/** In the order in which one error that says several things is read. */
const TYPES: readonly FindingType[] = [
  ...([
    'scrape-limit-exceeded',
    'scrape-not-exposition',
    'scrape-unauthorized',
    'scrape-http-error',
  ] as const),
  ...(['scrape-tls-failing', 'scrape-name-unknown', 'scrape-timed-out', 'scrape-refused'] as const),
];

/** What the error of a scrape says; `null` where it is about the DNS itself, or not known. */
function errorType(context: FindingContext, target: Target): FindingType | null {
  const host = addressOfUrl(target.url)?.host ?? '';
  // Names of others are no words of the error.
  const error = [target.url, host].reduce(
    (words, name) => (name === '' ? words : words.replaceAll(name, 'target')),
    target.lastError,
  );
  if (error.includes('lookup ') && !error.includes('no such host')) return null;
  const hits = new Set(context.scan(`"lastError": ${error}`).map(({ type }) => type));
  return TYPES.find((type) => hits.has(type)) ?? null;
}
