import { type ClusterEvidence, type Evidence, podKey } from '../evidence/evidence.ts';
import { countsFailures } from '../evidence/failure-counters.ts';
import { bytesOf } from '../evidence/kubernetes/quantities.ts';
import { heldBy, NEAR_LIMIT } from '../evidence/memory.ts';
import type { Metrics } from '../evidence/metrics.ts';
import { durationSeconds } from '../evidence/prometheus-config.ts';
import { LAG_SECONDS, lagOf, readQueues } from '../evidence/remote-write.ts';
import { podSpecOf, podsOf } from '../evidence/views.ts';
import { type Component, type Fleet, group } from '../fleet/fleet.ts';
import type { Role } from '../fleet/roles.ts';
import { answered } from './cluster.ts';
import { STALE_SECONDS } from './parts.ts';

/** Restarts longer ago than this do not call for logs. */
const RECENT_MS = 30 * 60 * 1000;

/** Gauges that are 0 where the last reload was refused, or where a sidecar does not reach its Prometheus. */
const RELOADS = [
  ...['prometheus_config_last_reload_successful', 'thanos_rule_config_last_reload_successful'],
  'thanos_sidecar_prometheus_up',
];

/** Names of the clusters whose parts should be asked for logs: the sick ones, and where their samples go. */
export function needsDeeperLook(evidence: Evidence, fleet: Fleet): Set<string> {
  const clusters = [...evidence.clusters.values()];
  const inCluster = group(fleet.components, ({ ref }) => ref.cluster);
  const sick = clusters
    .filter((cluster) => !answered(cluster) || looksSick(cluster, inCluster.get(cluster.name) ?? []))
    .map(({ name }) => name);
  const silent = clusters.some((cluster) => someoneIsSilent(cluster, fleet));
  if (sick.length === 0 && !silent) return new Set();
  const central: readonly Role[] = ['receive', 'query'];
  const hubs = fleet.components.filter(({ role }) => central.includes(role)).map(({ ref }) => ref.cluster);
  return new Set([...sick, ...hubs, ...(silent ? fleet.clusters.map(({ name }) => name) : [])]);
}

/** Roles whose memory grows with the series. */
const HOLDS_SERIES: readonly Role[] = ['agent', 'prometheus', 'receive'];

/** Whether a part that holds series is close to its memory limit, as its own page tells. */
export function isShortOfMemory(cluster: ClusterEvidence, component: Component): boolean {
  if (!HOLDS_SERIES.includes(component.role)) return false;
  const container = podSpecOf(cluster, component)?.containers.find(
    ({ name }) => name === component.container,
  );
  const limit = bytesOf(container?.memoryLimit ?? null);
  if (limit === null || limit === 0) return false;
  return podsOf(cluster, component).some((pod) => {
    const page = cluster.metrics.get(podKey(pod));
    return page?.seen === true && (heldBy(page.value) ?? 0) >= NEAR_LIMIT * limit;
  });
}

/** Whether a part that holds series was killed at its memory limit of late. */
export function hitMemoryLimit(evidence: Evidence, fleet: Fleet): boolean {
  return fleet.components.some((component) => {
    const cluster = evidence.clusters.get(component.ref.cluster);
    if (!cluster?.pods.seen || !HOLDS_SERIES.includes(component.role)) return false;
    const seenAt = Date.parse(cluster.pods.source.at);
    return podsOf(cluster, component)
      .flatMap(({ containers }) => containers)
      .some(({ terminated, lastTermination }) =>
        [terminated, lastTermination].some(
          (end) => end?.reason === 'OOMKilled' && seenAt - Date.parse(end.finishedAt ?? '') < RECENT_MS,
        ),
      );
  });
}

/** A writer holds a series for hours: those of many scrapes ago make it hold more than one gives. */
const MANY_SERIES = 5000;
const MANY_TIMES = 3;
/** `scrape_interval` where nothing is set (config/config.go). */
const DEFAULT_INTERVAL_SECONDS = 60;

/** Whether a writer holds far more series than it takes in samples, as far as its own page tells. */
export function holdsOldSeries({ metrics }: ClusterEvidence): boolean {
  return [...metrics.values()].some((look) => {
    if (!look.seen) return false;
    const held =
      look.value.value('prometheus_agent_active_series') ?? look.value.value('prometheus_tsdb_head_series');
    const taken =
      look.value.sum('prometheus_agent_samples_appended_total') ??
      look.value.sum('prometheus_tsdb_head_samples_appended_total');
    const started = look.value.value('process_start_time_seconds');
    if (held === null || taken === null || started === null || held < MANY_SERIES) return false;
    const seconds = Date.parse(look.source.at) / 1000 - started;
    return held > (MANY_TIMES * taken * longestInterval(look.value)) / seconds;
  });
}

/** The longest interval of its scrape jobs, in seconds. */
function longestInterval(metrics: Metrics): number {
  const intervals = metrics
    .samples('prometheus_target_interval_length_seconds_count')
    .flatMap(({ labels }) => durationSeconds(labels.interval ?? '') ?? []);
  return intervals.length === 0 ? DEFAULT_INTERVAL_SECONDS : Math.max(...intervals);
}

function looksSick(cluster: ClusterEvidence, own: readonly Component[]): boolean {
  return (
    own.some((component) => podsLookSick(cluster, component)) ||
    operatorSaysFailure(cluster) ||
    [...cluster.metrics.values()].some((look) => !look.seen || countersSayFailure(look.value)) ||
    [...cluster.metrics.values()].some((look) => look.seen && reloadedLately(look.value, look.source.at)) ||
    holdsOldSeries(cluster) ||
    [...cluster.partHealth.values()].some((look) => look.seen && !look.value.isHealthy) ||
    [...cluster.sideMetrics.values()].some((look) => look.seen && sideCountersSayFailure(look.value)) ||
    [...cluster.stores.values()].some(
      (look) => !look.seen || look.value.some(({ lastError }) => lastError !== null),
    )
  );
}

function podsLookSick(cluster: ClusterEvidence, component: Component): boolean {
  const pods = podsOf(cluster, component);
  if (component.desired !== null && pods.length !== component.desired) return true;
  return pods.some(
    (pod) =>
      !pod.ready ||
      pod.containers.some(({ lastTermination }) => {
        const ended = Date.parse(lastTermination?.finishedAt ?? '');
        const seenAt = Date.parse(cluster.pods.source.at);
        return seenAt - ended < RECENT_MS;
      }),
  );
}

/** The operator could not reconcile a resource, refuses one, or misses its kinds. */
function operatorSaysFailure(cluster: ClusterEvidence): boolean {
  return (
    [...cluster.customResources.values()].some(
      (look) =>
        look.seen &&
        look.value.some(({ conditions }) =>
          conditions.some(({ type, status }) => type === 'Reconciled' && status === 'False'),
        ),
    ) ||
    [...cluster.operatorMetrics.values()].some(
      (look) =>
        look.seen &&
        (look.value.sum('prometheus_operator_managed_resources', { state: 'rejected' }) ?? 0) > 0,
    ) ||
    [...cluster.customKinds.values()].some((look) => !look.seen && look.reason === 'not-found')
  );
}

/** Parts beside the pipeline: no queues, and Grafana counts its datasources' answers by code. */
function sideCountersSayFailure(metrics: Metrics): boolean {
  return (
    countsFailures(metrics) ||
    metrics
      .samples('grafana_datasource_request_total')
      .some(({ labels, value }) => value > 0 && Number(labels.code ?? '200') >= 400)
  );
}

function countersSayFailure(metrics: Metrics): boolean {
  const started = metrics.value('process_start_time_seconds');
  return (
    countsFailures(metrics) ||
    RELOADS.some((name) => metrics.value(name) === 0) ||
    readQueues(metrics).some((queue) => (lagOf(queue, started) ?? LAG_SECONDS + 1) > LAG_SECONDS)
  );
}

/** A writer that took a new configuration builds its queues anew: only its log tells what that cost. */
function reloadedLately(metrics: Metrics, seenAt: string): boolean {
  const at = metrics.value('prometheus_config_last_reload_success_timestamp_seconds');
  return at !== null && readQueues(metrics).length > 0 && Date.parse(seenAt) - at * 1000 < RECENT_MS;
}

/** Whether a Query lacks fresh samples of a cluster of the fleet. */
function someoneIsSilent(cluster: ClusterEvidence, fleet: Fleet): boolean {
  const looks = [...cluster.sampleAges.values()];
  return looks.some((look) => {
    if (!look.seen) return true;
    const fresh = new Set(
      look.value.filter(({ ageSeconds }) => ageSeconds < STALE_SECONDS).map(({ identity }) => identity ?? ''),
    );
    return fleet.clusters.some(({ identity }) => identity === null || !fresh.has(identity));
  });
}
