import {
  type ClusterEvidence,
  MONITORING_KINDS,
  type MonitoringKind,
  podKey,
  type SampleAge,
} from '../evidence/evidence.ts';
import { fileOrigin } from '../evidence/kubernetes/files.ts';
import { readItems } from '../evidence/kubernetes/meta.ts';
import { readConfigMap, readEvent } from '../evidence/kubernetes/objects.ts';
import { readPlainObject } from '../evidence/kubernetes/plain.ts';
import type { Pod } from '../evidence/kubernetes/pods.ts';
import { readLog } from '../evidence/logs.ts';
import { type Look, seenOr } from '../evidence/look.ts';
import { readMetrics } from '../evidence/metrics.ts';
import {
  readRunningConfig,
  readTargetMetrics,
  readTargets,
  readVector,
  type VectorSample,
} from '../evidence/prometheus.ts';
import { readStores } from '../evidence/thanos.ts';
import { podSpecOf, podsOf, prometheusConfigOf, workloadOf } from '../evidence/views.ts';
import type { Component } from '../fleet/fleet.ts';
import type { Role } from '../fleet/roles.ts';
import { type Asker, askJson, askList, askText, LIMITS } from './requests.ts';

/** Pods of one component that are asked; the others are alike. */
const MAX_PODS = 10;
/** Silent identities are looked for this far back. */
const HISTORY = '24h';
const LOG_LINES = 120;
const MAX_METADATA = 3000;

const WITH_METRICS: readonly Role[] = [
  'agent',
  'prometheus',
  'receive',
  'store',
  'compactor',
  'query',
  'query-frontend',
  'ruler',
  'sidecar',
  'dns',
];

/** Asks a part itself: metrics, running configuration, targets, stores. */
export async function collectPart(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  await Promise.all(partRequests(asker, cluster, component));
}

/** The ConfigMaps that hold the parts' configuration. */
export async function collectConfigMaps(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  await Promise.all(
    configMapsOf(cluster, components).map(async (key) => {
      const [namespace = '', name = ''] = key.split('/');
      const path = `/api/v1/namespaces/${namespace}/configmaps/${encodeURIComponent(name)}`;
      cluster.configMaps.set(key, await askJson(asker, cluster.name, path, LIMITS.object, readConfigMap));
    }),
  );
}

/** What a Go server that speaks TLS answers to a request without. */
const WANTS_TLS = 'HTTP request to an HTTPS server';

/** Asks a server of which nothing tells whether it speaks TLS: before anything else is asked of it. */
export async function settleScheme(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  const pod = runningPods(cluster, component)[0];
  if (component.httpTls !== null || component.httpPort === null || !pod) return;
  const look = await askText(
    asker,
    cluster.name,
    `${proxyPath(component, pod)}/-/healthy`,
    LIMITS.object,
    String,
  );
  component.httpTls = !look.seen && look.detail.includes(WANTS_TLS);
}

function partRequests(asker: Asker, cluster: ClusterEvidence, component: Component): Promise<void>[] {
  if (!WITH_METRICS.includes(component.role)) return [];
  return runningPods(cluster, component).flatMap((pod) => {
    const key = podKey(pod);
    const base = proxyPath(component, pod);
    const requests = [
      askText(asker, cluster.name, `${base}/metrics`, LIMITS.metrics, readMetrics).then((look) => {
        cluster.metrics.set(key, look);
      }),
    ];
    if (component.role === 'agent' || component.role === 'prometheus') {
      requests.push(
        askJson(asker, cluster.name, `${base}/api/v1/status/config`, LIMITS.object, readRunningConfig).then(
          (look) => {
            cluster.runningConfigs.set(key, look);
          },
        ),
        askJson(asker, cluster.name, `${base}/api/v1/targets?state=active`, LIMITS.object, readTargets).then(
          (look) => {
            cluster.targets.set(key, look);
          },
        ),
      );
    }
    if (component.role === 'query') {
      requests.push(
        askJson(asker, cluster.name, `${base}/api/v1/stores`, LIMITS.object, readStores).then((look) => {
          cluster.stores.set(key, look);
        }),
      );
    }
    return requests;
  });
}

/** What a part with a CPU limit has used since the first page was read. Pages that can be filtered give that alone. */
export async function collectLaterMetrics(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  const container = podSpecOf(cluster, component)?.containers.find(
    ({ name }) => name === component.container,
  );
  if (!WITH_METRICS.includes(component.role) || !container?.resources.cpuLimit) return;
  await Promise.all(
    runningPods(cluster, component).map(async (pod) => {
      const path = `${proxyPath(component, pod)}/metrics?name[]=process_cpu_seconds_total`;
      cluster.laterMetrics.set(
        podKey(pod),
        await askText(asker, cluster.name, path, LIMITS.metrics, readMetrics),
      );
    }),
  );
}

/** A filter on the way out is judged by what the targets expose: asked for only where there is a filter. */
export async function collectTargetMetrics(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
): Promise<void> {
  const rules =
    prometheusConfigOf(cluster, component)?.config.remoteWrite.flatMap(({ relabel }) => relabel) ?? [];
  const pod = runningPods(cluster, component)[0];
  if (!pod || !rules.some(({ action }) => action.startsWith('keep') || action.startsWith('drop'))) return;
  const path = `${proxyPath(component, pod)}/api/v1/targets/metadata?limit=${MAX_METADATA}`;
  cluster.targetMetrics.set(
    podKey(pod),
    await askJson(asker, cluster.name, path, LIMITS.object, readTargetMetrics),
  );
}

/** Path of a pod's HTTP server through the API server. */
export function proxyPath(component: Component, pod: Pod): string {
  const scheme = component.httpTls ? 'https:' : '';
  const target = `${scheme}${pod.meta.name}:${component.httpPort}`;
  return `/api/v1/namespaces/${pod.meta.namespace}/pods/${target}/proxy${component.routePrefix}`;
}

/** Pods of a component whose container runs now, ready or not. */
export function runningPods(cluster: ClusterEvidence, component: Component): Pod[] {
  return podsOf(cluster, component)
    .filter((pod) =>
      pod.containers.some(({ name, runningSince }) => name === component.container && runningSince !== null),
    )
    .slice(0, MAX_PODS);
}

/** ConfigMaps that hold configuration of recognised parts, as `namespace/name`. */
function configMapsOf(cluster: ClusterEvidence, components: readonly Component[]): string[] {
  const keys = new Set<string>();
  for (const component of components) {
    const spec = podSpecOf(cluster, component);
    const container = spec?.containers.find(({ name }) => name === component.container);
    if (!spec || !container || component.role === 'exporter') continue;
    for (const mount of container.mounts) {
      const origin = fileOrigin(spec, container, mount.path);
      if (origin.from === 'configMap') keys.add(`${component.ref.namespace}/${origin.name}`);
    }
  }
  return [...keys].sort();
}

/** Asks a Query, through the first of its pods that runs; `null` where none does. */
function querier(asker: Asker, cluster: ClusterEvidence, component: Component) {
  const pod = runningPods(cluster, component)[0];
  if (!pod) return null;
  const ask = (expression: string) => {
    const path = `${proxyPath(component, pod)}/api/v1/query?query=${encodeURIComponent(expression)}`;
    return askJson(asker, cluster.name, path, LIMITS.query, readVector);
  };
  return { key: podKey(pod), ask };
}

/** Age of the last sample per identity, as one Query answers. */
export async function collectSampleAges(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
  label: string,
): Promise<void> {
  const query = querier(asker, cluster, component);
  if (!query) return;
  // timestamp() gives the sample's own time: a value at the edge of the five minutes of look-back shows as old.
  const now = await query.ask(`max by (${label}) (timestamp(up))`);
  const ages = seenOr(now, []).map(({ labels, at, value }) => ({
    ...{ identity: labels[label] ?? null, ageSeconds: at - value, spanSeconds: null },
  }));
  cluster.sampleAges.set(query.key, now.seen ? { ...now, value: ages } : now);
}

/** Adds the identities that had samples within the history of a Query and have none now. */
export async function collectSilence(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
  label: string,
): Promise<void> {
  const query = querier(asker, cluster, component);
  const now = query && cluster.sampleAges.get(query.key);
  if (!query || !now?.seen) return;
  const [old, spans] = await Promise.all([
    silentSince(query.ask, label, now.value),
    staleSpans(query.ask, label, now.value),
  ]);
  const known = now.value.map((age) => ({ ...age, spanSeconds: spans.get(age.identity) ?? age.spanSeconds }));
  cluster.sampleAges.set(query.key, { ...now, value: [...known, ...old] });
}

/** A cluster whose last sample is older needs a look. */
export const STALE_SECONDS = 60;

/** For how long those had samples that had their last one within the look-back. */
async function staleSpans(
  query: (expression: string) => Promise<Look<VectorSample[]>>,
  label: string,
  ages: readonly SampleAge[],
): Promise<Map<string | null, number>> {
  const stale = ages.filter(({ identity, ageSeconds }) => identity !== null && ageSeconds > STALE_SECONDS);
  if (stale.length === 0) return new Map();
  const names = stale.map(({ identity }) => escapeForRegex(identity ?? '')).sort();
  const of = `up{${label}=~${JSON.stringify(names.join('|'))}}`;
  const first = await query(`min by (${label}) (min_over_time(timestamp(${of})[${HISTORY}:5m]))`);
  const begins = new Map(seenOr(first, []).map(({ labels, at, value }) => [labels[label], at - value]));
  return new Map(
    stale.flatMap(({ identity, ageSeconds }) => {
      const begin = begins.get(identity ?? '');
      return begin === undefined ? [] : [[identity, begin - ageSeconds] as const];
    }),
  );
}

async function silentSince(
  query: (expression: string) => Promise<Look<VectorSample[]>>,
  label: string,
  fresh: readonly SampleAge[],
): Promise<SampleAge[]> {
  const names = fresh.flatMap(({ identity }) => (identity === null ? [] : [escapeForRegex(identity)])).sort();
  const others = `up{${label}!="",${label}!~${JSON.stringify(names.join('|'))}}`;
  // A step of the look-back's length sees every sample once.
  const window = `timestamp(${others})[${HISTORY}:5m]`;
  const [last, first] = await Promise.all([
    query(`max by (${label}) (max_over_time(${window}))`),
    query(`min by (${label}) (min_over_time(${window}))`),
  ]);
  const begins = new Map(seenOr(first, []).map(({ labels, value }) => [labels[label], value]));
  return seenOr(last, []).map(({ labels, at, value }) => {
    const begin = begins.get(labels[label]);
    return {
      identity: labels[label] ?? null,
      ageSeconds: at - value,
      spanSeconds: begin === undefined ? null : value - begin,
    };
  });
}

/** How far back series are compared: a deployment that multiplies them shows within hours. */
const GROWTH = '6h';

/**
 * Series per job, now and the fewest before: what grew until memory ran out; and, where a writer holds more than its
 * scrapes give, how many of them are new with each.
 */
export async function collectSeriesCounts(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
  { label, isGrown, isChurning }: { label: string; isGrown: boolean; isChurning: boolean },
): Promise<void> {
  const query = querier(asker, cluster, component);
  if (!query) return;
  // Who is killed again and again has its last samples minutes ago.
  const count = `sum by (${label}, job) (max_over_time(scrape_samples_post_metric_relabeling[10m]))`;
  const figures = async (expression: string) =>
    new Map(seenOr(await query.ask(expression), []).map(({ labels, value }) => [key(labels), value]));
  const key = (labels: Record<string, string>) => JSON.stringify([labels.job, labels[label]]);
  const none = new Map<string, number>();
  const [now, before, added] = await Promise.all([
    query.ask(count),
    isGrown ? figures(`min_over_time((${count})[${GROWTH}:10m])`) : none,
    isChurning ? figures(`sum by (${label}, job) (sum_over_time(scrape_series_added[10m]))`) : none,
  ]);
  const counts = seenOr(now, []).map(({ labels, value }) => ({
    ...{ identity: labels[label] ?? null, job: labels.job ?? '' },
    ...{ now: value, before: before.get(key(labels)) ?? null, added: added.get(key(labels)) ?? null },
  }));
  cluster.seriesCounts.set(query.key, now.seen ? { ...now, value: counts } : now);
}

/** How long ago a job may have lost its last target to be looked for. */
const VANISHED_WITHIN = '1h';
/**
 * A job whose newest sample is so old, in seconds, may have lost all of its targets: a writer marks their series as ended
 * only after two more intervals, and until then an instant query still gives them. Who scrapes seldom is asked for as well,
 * and is among the targets.
 */
const QUIET_SECONDS = 75;

/** Pods of jobs that had samples of their scrapes lately and that nothing is scraped for any more. */
export async function collectVanishedTargets(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
  label: string,
): Promise<void> {
  const query = querier(asker, cluster, component);
  if (!query) return;
  const look = await query.ask(
    `group by (${label}, job, namespace, pod) (last_over_time(up{pod!=""}[${VANISHED_WITHIN}])) unless on (${label}, job) group by (${label}, job) (time() - timestamp(up) < ${QUIET_SECONDS})`,
  );
  const vanished = seenOr(look, []).map(({ labels }) => ({
    ...{ identity: labels[label] ?? null, job: labels.job ?? '' },
    ...{ namespace: labels.namespace ?? '', pod: labels.pod ?? '' },
  }));
  cluster.vanishedTargets.set(query.key, look.seen ? { ...look, value: vanished } : look);
}

const MONITORING_API: Record<MonitoringKind, string> = {
  prometheusagents: 'v1alpha1',
  prometheuses: 'v1',
  servicemonitors: 'v1',
  podmonitors: 'v1',
};

/** What an operator makes scrape jobs from: asked for only where it runs a writer. */
export async function collectMonitoring(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const isManaged = components.some((component) =>
    ['PrometheusAgent', 'Prometheus'].includes(
      workloadOf(cluster, component)?.workload.meta.owner?.kind ?? '',
    ),
  );
  if (!isManaged) return;
  await Promise.all(
    MONITORING_KINDS.map(async (kind) => {
      const path = `/apis/monitoring.coreos.com/${MONITORING_API[kind]}/${kind}`;
      cluster.monitoring.set(kind, await askList(asker, cluster.name, path, readPlainObject, readItems));
    }),
  );
}

const escapeForRegex = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** Logs of a component's pods: the current run, and the one before where a container restarted. */
export async function collectLogs(
  asker: Asker,
  cluster: ClusterEvidence,
  component: Component,
  maxPods = MAX_PODS,
): Promise<void> {
  await Promise.all(
    podsOf(cluster, component)
      .slice(0, maxPods)
      .flatMap((pod) => {
        const status = pod.containers.find(({ name }) => name === component.container);
        const key = `${podKey(pod)}/${component.container}`;
        if (!status || neverRan(status) || cluster.logs.has(key)) return [];
        const path = `/api/v1/namespaces/${pod.meta.namespace}/pods/${pod.meta.name}/log`;
        const query = `container=${encodeURIComponent(component.container)}&tailLines=${LOG_LINES}&timestamps=true`;
        const requests = [readInto(asker, cluster, cluster.logs, key, `${path}?${query}`)];
        if (status.restarts > 0) {
          requests.push(
            readInto(asker, cluster, cluster.previousLogs, key, `${path}?${query}&previous=true`),
          );
        }
        return requests;
      }),
  );
}

/** Everything that happened of late in the namespaces of these components. */
export async function collectNamespaceEvents(
  asker: Asker,
  cluster: ClusterEvidence,
  components: readonly Component[],
): Promise<void> {
  const namespaces = new Set(components.map(({ ref }) => ref.namespace ?? ''));
  await Promise.all(
    [...namespaces].sort().map(async (namespace) => {
      const path = `/api/v1/namespaces/${namespace}/events`;
      cluster.namespaceEvents.set(namespace, await askList(asker, cluster.name, path, readEvent, readItems));
    }),
  );
}

function neverRan(status: Pod['containers'][number]): boolean {
  return status.runningSince === null && status.terminated === null && status.lastTermination === null;
}

async function readInto(
  asker: Asker,
  cluster: ClusterEvidence,
  into: ClusterEvidence['logs'],
  key: string,
  path: string,
): Promise<void> {
  into.set(key, await askText(asker, cluster.name, path, LIMITS.log, readLog, true));
}
