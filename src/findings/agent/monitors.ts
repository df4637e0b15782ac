import { slicesOf } from '../../evidence/addresses.ts';
import { type ClusterEvidence, podKey } from '../../evidence/evidence.ts';
import { at, isRecord, list, text, textMap, texts } from '../../evidence/json.ts';
import type { Service } from '../../evidence/kubernetes/objects.ts';
import type { PlainObject } from '../../evidence/kubernetes/plain.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { Target } from '../../evidence/prometheus.ts';
import type { Component } from '../../fleet/fleet.ts';
import { agesInQuery, identitiesOf } from '../cluster/silence.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote } from '../finding.ts';
import { type Note, note } from '../notes.ts';
import { compareLayers } from '../shared/layers.ts';
import { selectedPods } from '../shared/paths.ts';

/** The operator follows a change within seconds, the kubelet brings the new file within two minutes. */
const FOLLOWING_SECONDS = 180;
const MAX_NAMED = 3;
const MAX_WORDS = 200;
/** A cluster whose newest sample is older has another trouble. */
const FRESH_SECONDS = 60;

/**
 * Where an operator makes the scrape jobs: monitors that lead to no target although what they mean runs, and exporters
 * that run and that nothing selects.
 */
export const monitors: FindingRule = {
  name: 'agent/monitors',
  look: (context) =>
    [...context.evidence.clusters.values()].flatMap((cluster) => {
      const world = worldOf(context, cluster);
      return world ? [...unselected(context, world), ...missing(context, world)] : [];
    }),
};

interface World {
  cluster: ClusterEvidence;
  /** The writers that the operator runs; the first stands for them. */
  writers: [Component, ...Component[]];
  serviceMonitors: readonly PlainObject[];
  podMonitors: readonly PlainObject[];
  source: Source;
  jobs: readonly string[];
  targets: readonly Target[];
}

/** Everything that must have been seen to say that something is not there; `null` if it was not. */
function worldOf(context: FindingContext, cluster: ClusterEvidence): World | null {
  const all = context.index
    .inCluster(cluster.name)
    .filter(({ role }) => role === 'agent' || role === 'prometheus');
  const [first, ...more] = all.filter((writer) => resourceKind(context, writer) !== null);
  const services = cluster.monitoring.get('servicemonitors');
  const pods = cluster.monitoring.get('podmonitors');
  if (!first || !services?.seen || !pods?.seen || !cluster.services.seen || !cluster.pods.seen) return null;
  // While the operator does not run, nothing follows the resources: that is another fault.
  const operators = context.index.byRole('operator', cluster.name);
  if (!operators.some((operator) => context.pods(operator).some(({ ready }) => ready))) return null;
  // What does not run yet of its own resource tells nothing about monitors.
  if (all.some((writer) => compareLayers(context, writer).state === 'gap')) return null;
  const configs = all.map((writer) => context.prometheusConfig(writer));
  const looks = all.flatMap((writer) => context.pods(writer).map((pod) => cluster.targets.get(podKey(pod))));
  if (!configs.every((config) => config?.layer === 'running') || !looks.every((look) => look?.seen))
    return null;
  return {
    cluster,
    writers: [first, ...more],
    serviceMonitors: services.value,
    podMonitors: pods.value,
    source: services.source,
    jobs: configs.flatMap((config) => config?.config.jobs ?? []),
    targets: looks.flatMap((look) => (look?.seen ? look.value : [])),
  };
}

/** The kind of the custom resource that a writer was made of. */
function resourceKind(
  context: FindingContext,
  writer: Component,
): 'prometheusagents' | 'prometheuses' | null {
  const kind = context.workload(writer)?.workload.meta.owner?.kind;
  return kind === 'PrometheusAgent' ? 'prometheusagents' : kind === 'Prometheus' ? 'prometheuses' : null;
}

function unselected(context: FindingContext, world: World): Finding[] {
  const { serviceMonitors, podMonitors, writers, source } = world;
  const problems = [
    ...serviceMonitors.map((monitor) => ({ monitor, kind: 'serviceMonitor' as const })),
    ...podMonitors.map((monitor) => ({ monitor, kind: 'podMonitor' as const })),
  ].flatMap(({ monitor, kind }) => {
    if (isRejected(world, monitor)) return [];
    const detail = problemOf(context, world, monitor, kind);
    const name = `${kind === 'serviceMonitor' ? 'ServiceMonitor' : 'PodMonitor'} ${monitor.meta.namespace}/${monitor.meta.name}`;
    return detail === null ? [] : [{ name, detail }];
  });
  const [first] = problems;
  if (!first) return [];
  return [
    present('monitor-unselected', writers[0].ref, {
      evidence: problems
        .slice(0, MAX_NAMED)
        .map(({ name, detail }) => quote(source, note('object-says', { object: name, words: detail }))),
      facts: { monitor: first.name, detail: first.detail, count: problems.length },
    }),
  ];
}

const latest = ({ meta }: PlainObject): string | null =>
  [meta.createdAt ?? '', ...meta.changes.map((change) => change.at)].sort().at(-1) || null;

/** What the operator refuses is a fault of its own. */
const isRejected = ({ cluster }: World, { meta }: PlainObject): boolean =>
  seenOr(cluster.events, []).some(
    ({ object, reason }) =>
      reason === 'InvalidConfiguration' && object.name === meta.name && object.namespace === meta.namespace,
  );

function problemOf(
  context: FindingContext,
  world: World,
  monitor: PlainObject,
  kind: 'serviceMonitor' | 'podMonitor',
): Note | null {
  const { namespace, name } = monitor.meta;
  const prefix = `${kind}/${namespace}/${name}/`;
  const isSelected = world.jobs.some((job) => job.startsWith(prefix));
  const services = kind === 'serviceMonitor' ? servicesOf(world, monitor) : [];
  const pods = kind === 'podMonitor' ? podsOf(world, monitor).filter(({ ready }) => ready) : [];
  const runs = pods.length > 0 || services.some((service) => hasReady(world.cluster, service));
  if (!isSelected) {
    const age = ageSeconds(context, latest(monitor));
    const isFollowed = age === null || age >= FOLLOWING_SECONDS;
    return runs && isFollowed ? whyNot(context, world, monitor, kind) : null;
  }
  if (!runs || world.targets.some(({ pool }) => pool.startsWith(prefix))) return null;
  const endpoints = list(monitor.spec, kind === 'podMonitor' ? 'podMetricsEndpoints' : 'endpoints');
  const ports = endpoints.map((endpoint) => text(endpoint, 'port') ?? null);
  if (ports.length === 0 || ports.includes(null)) return null;
  const containers = pods.flatMap(({ spec }) => spec.containers);
  const all = [...services, ...containers].flatMap(({ ports: own }) => own.map((port) => port.name));
  const has = [...new Set(all)].flatMap((port) => port || []);
  if (has.some((port) => ports.includes(port))) return null;
  return note(kind === 'podMonitor' ? 'monitor-port-of-pods' : 'monitor-port-of-service', {
    port: ports.join(', '),
    has: has.length === 0 ? note('ports-nameless', {}) : has.join(', '),
  });
}

/** Why the operator does not take a monitor whose pods run. */
function whyNot(
  context: FindingContext,
  world: World,
  { meta }: PlainObject,
  kind: 'serviceMonitor' | 'podMonitor',
): Note {
  const [writer] = world.writers;
  const resource = resourceKind(context, writer);
  const owner = context.workload(writer)?.workload.meta.owner?.name;
  const look = resource === null ? undefined : world.cluster.monitoring.get(resource);
  const object = seenOr(look, []).find(
    (candidate) => candidate.meta.name === owner && candidate.meta.namespace === writer.ref.namespace,
  );
  const field = `${kind}Selector`;
  const selector = at(object?.spec, field);
  if (isRecord(selector) && !selects(selector, meta.labels))
    return note('monitor-labels', { field, selector: JSON.stringify(selector).slice(0, 200) });
  if (object && !isRecord(selector)) return note('monitor-selector-none', { owner: owner ?? '–', field });
  return note('monitor-namespace', {
    ...{ field: `${kind}NamespaceSelector`, namespace: meta.namespace ?? '–' },
  });
}

/** A label selector of Kubernetes; an operator that is not known fits nothing. */
export function selects(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  const equal = Object.entries(textMap(selector, 'matchLabels'));
  return (
    equal.every(([key, value]) => labels[key] === value) &&
    list(selector, 'matchExpressions').every((expression) => {
      const value = labels[text(expression, 'key') ?? ''];
      const values = texts(expression, 'values');
      switch (text(expression, 'operator')) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}

/** Namespaces that a monitor looks into. */
function looksInto({ meta, spec }: PlainObject, namespace: string | null): boolean {
  if (at(spec, 'namespaceSelector', 'any') === true) return true;
  const names = texts(spec, 'namespaceSelector', 'matchNames');
  return names.length > 0 ? names.includes(namespace ?? '') : namespace === meta.namespace;
}

const servicesOf = ({ cluster }: World, monitor: PlainObject): Service[] =>
  seenOr(cluster.services, []).filter(
    ({ meta }) => looksInto(monitor, meta.namespace) && selects(at(monitor.spec, 'selector'), meta.labels),
  );

const podsOf = ({ cluster }: World, monitor: PlainObject) =>
  seenOr(cluster.pods, []).filter(
    ({ meta }) => looksInto(monitor, meta.namespace) && selects(at(monitor.spec, 'selector'), meta.labels),
  );

const hasReady = (cluster: ClusterEvidence, service: Service): boolean =>
  slicesOf(cluster, service).some(({ endpoints }) => endpoints.some(({ ready }) => ready));

/** What runs and that nothing takes as a target: exporters, and what was a target until lately. */
function missing(context: FindingContext, world: World): Finding[] {
  // Where there is no monitor at all, jobs are made otherwise: unless they were lost together with it.
  const hasMonitors = world.serviceMonitors.length + world.podMonitors.length > 0;
  const lost = [...(hasMonitors ? unscrapedExporters(context, world) : []), ...vanished(context, world)];
  const names = [...new Set(lost.map(({ name }) => name))];
  if (names.length === 0) return [];
  return [
    present('monitor-absent', world.writers[0].ref, {
      evidence: lost.slice(0, MAX_NAMED).map(({ source, words }) => quote(source, words)),
      facts: { target: names.join(', ').slice(0, MAX_WORDS), count: names.length },
    }),
  ];
}

interface Lost {
  name: string;
  source: Source;
  words: Note;
}

/** Exporters of the cluster that run behind a Service of their own: they are there to be scraped. */
function unscrapedExporters(context: FindingContext, world: World): Lost[] {
  const { cluster, source } = world;
  return context.index.byRole('exporter', cluster.name).flatMap((exporter) => {
    const pods = context.pods(exporter).filter(({ ready }) => ready);
    const age = ageSeconds(context, context.workload(exporter)?.workload.meta.createdAt);
    if (age === null || age < FOLLOWING_SECONDS || !isUnscraped(world, pods)) return [];
    if (servicesBefore(cluster, pods).length === 0) return [];
    const words = note('exporter-unselected', { name: exporter.ref.name });
    return [{ name: exporter.ref.name, source, words }];
  });
}

/** Pods that run on, and were targets of a job until lately. */
function vanished(context: FindingContext, world: World): Lost[] {
  const { cluster } = world;
  const seen = agesInQuery(context);
  const identity = seen && identitiesOf(context, seen).get(cluster.name);
  const age = identity == null ? undefined : seen?.ages.get(identity);
  // What arrives of nothing in the cluster says nothing of one job.
  if (!age || age.ageSeconds > FRESH_SECONDS) return [];
  const pods = new Map(
    seenOr(cluster.pods, []).map((pod) => [`${pod.meta.namespace}/${pod.meta.name}`, pod]),
  );
  return [...context.evidence.clusters.values()].flatMap(({ vanishedTargets }) =>
    [...vanishedTargets.values()].flatMap((look) => {
      const own = seenOr(look, []).filter((target) => target.identity === identity);
      return Object.entries(Object.groupBy(own, ({ job }) => job)).flatMap(([job, targets = []]) => {
        const left = targets.flatMap(({ namespace, pod }) => pods.get(`${namespace}/${pod}`) ?? []);
        const running = left.filter(({ ready, meta }) => ready && meta.deletingSince === null);
        if (!isUnscraped(world, running)) return [];
        const words = note('job-vanished', { job, pod: running[0]?.meta.name ?? '–' });
        return [{ name: job, source: look.source, words }];
      });
    }),
  );
}

/** Pods that are there, are no targets, and that no monitor means. */
function isUnscraped(world: World, pods: readonly Pod[]): boolean {
  const { cluster, serviceMonitors, podMonitors, targets } = world;
  const isTarget = targets.some(({ found, url }) =>
    pods.some(({ meta, ip }) => found.pod === meta.name || (ip !== null && url.includes(`//${ip}:`))),
  );
  const services = servicesBefore(cluster, pods);
  const isMeant =
    serviceMonitors.some((monitor) =>
      servicesOf(world, monitor).some((service) => services.includes(service)),
    ) || podMonitors.some((monitor) => podsOf(world, monitor).some((pod) => pods.includes(pod)));
  return pods.length > 0 && !isTarget && !isMeant;
}

const servicesBefore = (cluster: ClusterEvidence, pods: readonly Pod[]): Service[] =>
  seenOr(cluster.services, []).filter((service) =>
    (selectedPods(cluster, service) ?? []).some((pod) => pods.includes(pod)),
  );
