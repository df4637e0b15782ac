import type { ClusterEvidence, Evidence } from '../evidence/evidence.ts';
import { podKey } from '../evidence/evidence.ts';
import type { Workload } from '../evidence/kubernetes/objects.ts';
import type { Container, Pod, PodSpec } from '../evidence/kubernetes/pods.ts';
import type { LogLine } from '../evidence/logs.ts';
import type { Look, Source } from '../evidence/look.ts';
import type { Metrics } from '../evidence/metrics.ts';
import { podSpecOf, podsOf, prometheusConfigOf, type SeenConfig, workloadOf } from '../evidence/views.ts';
import { type Component, type Fleet, type FleetIndex, indexFleet } from '../fleet/fleet.ts';
import { once } from '../fleet/once.ts';
import type { Finding } from './finding.ts';
import { rememberedScan, type Scan } from './shared/scan.ts';

/** One kind of look at the evidence: pure, and alone in its file. */
export interface FindingRule {
  /** File name without the ending; for tests and traces. */
  name: string;
  look(context: FindingContext): Finding[];
}

/** What the rules share: the evidence, the fleet, and ways through both. What is asked of a component is kept. */
export interface FindingContext {
  evidence: Evidence;
  fleet: Fleet;
  index: FleetIndex;
  /** Milliseconds since the epoch. */
  now: number;
  cluster(name: string): ClusterEvidence | undefined;
  clusterOf(component: Component): ClusterEvidence;
  pods(component: Component): readonly Pod[];
  workload(component: Component): { workload: Workload; source: Source } | null;
  podSpec(component: Component): PodSpec | null;
  container(component: Component): Container | null;
  /** What an Agent or Prometheus runs with, or should; `null` where neither was seen. */
  prometheusConfig(component: Component): SeenConfig | null;
  /** Metrics of each pod that was asked. */
  metrics(component: Component): readonly PodMetrics[];
  /** Texts that stand in words of the evidence; many rules ask for other kinds in the same lines. */
  scan: Scan;
  /** Lines of all pods, newest last, of the current run or of the one before. */
  logs(component: Component, run: 'current' | 'previous'): readonly PodLog[];
}

export interface PodMetrics {
  pod: Pod;
  look: Look<Metrics>;
}

export interface PodLog {
  pod: Pod;
  source: Source;
  lines: readonly LogLine[];
}

export function findingContext(evidence: Evidence, fleet: Fleet): FindingContext {
  const index = indexFleet(fleet);
  const cluster = (name: string) => evidence.clusters.get(name);
  const clusterOf = (component: Component): ClusterEvidence => {
    const found = cluster(component.ref.cluster);
    if (!found) throw new Error(`component of an unknown cluster: ${component.key}`);
    return found;
  };
  const pods = once((component: Component) => podsOf(clusterOf(component), component));
  const podSpec = once((component: Component) => podSpecOf(clusterOf(component), component));
  const logs = (run: 'logs' | 'previousLogs') =>
    once((component: Component) =>
      pods(component).flatMap((pod): PodLog[] => {
        const look = clusterOf(component)[run].get(`${podKey(pod)}/${component.container}`);
        return look?.seen ? [{ pod, source: look.source, lines: look.value }] : [];
      }),
    );
  const [current, previous] = [logs('logs'), logs('previousLogs')];
  return {
    evidence,
    fleet,
    index,
    now: evidence.at.getTime(),
    cluster,
    clusterOf,
    pods,
    workload: (component) => workloadOf(clusterOf(component), component),
    podSpec,
    container: (component) =>
      podSpec(component)?.containers.find(({ name }) => name === component.container) ?? null,
    prometheusConfig: once((component) => prometheusConfigOf(clusterOf(component), component)),
    // A config reloader stands in the pod of another part, whose page it is.
    metrics: once((component) =>
      (component.role === 'config-reloader' ? [] : pods(component)).flatMap((pod) => {
        const { metrics, sideMetrics } = clusterOf(component);
        const look = metrics.get(podKey(pod)) ?? sideMetrics.get(podKey(pod));
        return look ? [{ pod, look }] : [];
      }),
    ),
    scan: rememberedScan(),
    logs: (component, run) => (run === 'current' ? current : previous)(component),
  };
}

/** Age of a line in seconds; `null` where it has no time. */
export const lineAge = (context: FindingContext, { time }: LogLine): number | null =>
  time === null ? null : (context.now - time) / 1000;

/** Age of a time stamp in seconds; `null` where there is none. */
export function ageSeconds(context: FindingContext, at: string | null | undefined): number | null {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? null : (context.now - time) / 1000;
}
