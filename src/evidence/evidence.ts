import type { MutedAlert, RuleKind, RuleObject, RuleState, Silence } from './alerts.ts';
import type { ApiDatasource, Dashboard, DatasourceHealth } from './grafana.ts';
import type { CustomResource } from './kubernetes/custom-resources.ts';
import type {
  Claim,
  ClusterNode,
  ConfigMap,
  EndpointSlice,
  Ingress,
  IngressClass,
  KubernetesEvent,
  Namespace,
  Service,
  Workload,
} from './kubernetes/objects.ts';
import type { PlainObject } from './kubernetes/plain.ts';
import type { Pod } from './kubernetes/pods.ts';
import type { NetworkPolicy } from './kubernetes/policies.ts';
import type { StorageClass } from './kubernetes/storage.ts';
import type { Usage } from './kubernetes/usage.ts';
import type { LogLine } from './logs.ts';
import type { Look } from './look.ts';
import type { Metrics } from './metrics.ts';
import type { PartHealth } from './part-health.ts';
import type { ProbeResult } from './probe.ts';
import type { Target, TargetMetric } from './prometheus.ts';
import type { HeadStats } from './series-stats.ts';
import type { StoreStatus } from './thanos.ts';

/** Everything that was looked at, by cluster. What a map does not have was not asked for. */
export interface Evidence {
  /** The time to reason with. */
  at: Date;
  clusters: ReadonlyMap<string, ClusterEvidence>;
}

export interface ClusterEvidence {
  name: string;
  version: Look<string>;
  pods: Look<Pod[]>;
  deployments: Look<Workload[]>;
  statefulSets: Look<Workload[]>;
  daemonSets: Look<Workload[]>;
  services: Look<Service[]>;
  endpointSlices: Look<EndpointSlice[]>;
  events: Look<KubernetesEvent[]>;
  nodes: Look<ClusterNode[]>;
  claims: Look<Claim[]>;
  ingresses: Look<Ingress[]>;
  /** `null` where there is no Ingress, so that nobody asked. */
  ingressClasses: Look<IngressClass[]> | null;
  networkPolicies: Look<NetworkPolicy[]>;
  /** `null` where there is no NetworkPolicy, so that nobody asked. */
  namespaces: Look<Namespace[]> | null;
  /** Asked for only where a claim waits or should grow: then the one entry has the API path as its key. */
  storageClasses: Map<string, Look<StorageClass[]>>;
  /** How full the volumes of all clusters are, as a Query knows it from their kubelets, by `namespace/pod`. */
  volumes: Map<string, Look<VolumeFigure[]>>;
  /** Resources of the Prometheus Operator by plural name; asked for only where it runs. */
  customResources: Map<string, Look<CustomResource[]>>;
  /** Plural names of the kinds that the operator's API group has, by group and version. */
  customKinds: Map<string, Look<string[]>>;
  /** What the operator measures of itself, by `namespace/pod`. */
  operatorMetrics: Map<string, Look<Metrics>>;
  /** By `namespace/name`. */
  configMaps: Map<string, Look<ConfigMap>>;
  /** By `namespace/pod`. */
  metrics: Map<string, Look<Metrics>>;
  /** The same pages once more, where something looks wrong and the part has a CPU limit: what it uses just now. */
  laterMetrics: Map<string, Look<Metrics>>;
  /** Metrics of parts beside the pipeline (Grafana, Alertmanager, log shippers), by `namespace/pod`. */
  sideMetrics: Map<string, Look<Metrics>>;
  /** What parts beside the pipeline (Grafana, log shippers, log stores) say of their own health, by `namespace/pod`. */
  partHealth: Map<string, Look<PartHealth>>;
  /** What exporters tell of a memcached, by `namespace/pod` of the exporter. */
  cacheMetrics: Map<string, Look<Metrics>>;
  /** CPU and memory as the resource metrics API has them: of the nodes (`nodes`), and of the pods by namespace. */
  usage: Map<string, Look<Usage[]>>;
  /** What the series in memory are made of, by `namespace/pod`; asked for only where memory is short. */
  seriesStats: Map<string, Look<HeadStats[]>>;
  /** What Grafana's own API tells, by the part's key; of one datasource or dashboard, by key and uid. */
  grafanaDatasources: Map<string, Look<ApiDatasource[]>>;
  grafanaHealth: Map<string, Look<DatasourceHealth>>;
  grafanaDashboards: Map<string, Look<Dashboard>>;
  /** Names of labels that a Query knows, by `namespace/pod`; asked for only where dashboards list labels. */
  labelNames: Map<string, Look<string[]>>;
  /** What an Alertmanager tells nobody, by `namespace/pod`. */
  mutedAlerts: Map<string, Look<MutedAlert[]>>;
  silences: Map<string, Look<Silence[]>>;
  /** Receivers of an Alertmanager that tell nobody, by `namespace/pod`; without an entry only usual names are known. */
  silentReceivers: Map<string, string[]>;
  /** ConfigMaps of a namespace that a sidecar gives to Grafana as datasources, by namespace. */
  datasourceMaps: Map<string, Look<ConfigMap[]>>;
  /** What says which rules are loaded, where a Prometheus or Ruler runs: PrometheusRules, and who selects them. */
  ruleObjects: Map<RuleKind, Look<RuleObject[]>>;
  /** Rules of a Prometheus or Ruler, by `namespace/pod`; asked for only where its metrics call for it. */
  rules: Map<string, Look<RuleState[]>>;
  /** Running configuration of a Prometheus, by `namespace/pod`. */
  runningConfigs: Map<string, Look<string>>;
  targets: Map<string, Look<Target[]>>;
  /** Metrics that each target of a Prometheus exposes, by `namespace/pod`; asked for only where a filter needs it. */
  targetMetrics: Map<string, Look<TargetMetric[]>>;
  /** What pods of our own found of the ends that a part does not reach, by the probe's path; only where asked for. */
  probes: Map<string, Look<ProbeResult[]>>;
  /** Stores as a Query sees them, by `namespace/pod`. */
  stores: Map<string, Look<StoreStatus[]>>;
  /** Seconds since the last sample, by value of the identity label, as a Query answers. */
  sampleAges: Map<string, Look<SampleAge[]>>;
  /** Series per job now and before, as a Query answers; asked for only where a container hit its memory limit. */
  seriesCounts: Map<string, Look<SeriesCount[]>>;
  /** Pods that had samples of their scrapes lately and have none now, as a Query answers; only where an operator is. */
  vanishedTargets: Map<string, Look<VanishedTarget[]>>;
  /** Custom resources of the Prometheus Operator, by kind; asked for only where it runs a writer. */
  monitoring: Map<MonitoringKind, Look<PlainObject[]>>;
  /** All events of a namespace, by namespace: who scaled, killed or created what, and when. */
  namespaceEvents: Map<string, Look<KubernetesEvent[]>>;
  /** Logs by `namespace/pod/container`, current run. */
  logs: Map<string, Look<LogLine[]>>;
  /** The run before the last restart. */
  previousLogs: Map<string, Look<LogLine[]>>;
}

/** One figure of one claim: bytes or inodes, or bytes per second. */
export interface VolumeFigure {
  figure: 'available' | 'capacity' | 'inodesFree' | 'inodes' | 'change';
  /** Value of the identity label; `null` for samples without it. */
  identity: string | null;
  namespace: string;
  claim: string;
  value: number;
}

/** Kinds that select what a writer scrapes, and those that are selected. */
export const MONITORING_KINDS = [
  'prometheusagents',
  'prometheuses',
  'servicemonitors',
  'podmonitors',
] as const;
export type MonitoringKind = (typeof MONITORING_KINDS)[number];

/** Series that the targets of one job make, after relabelling. */
export interface SeriesCount {
  identity: string | null;
  job: string;
  now: number;
  /** The fewest of the last hours; `null` where the job is new, and where nobody asked. */
  before: number | null;
  /** Series that scrapes of the last ten minutes gave and the one before had not; `null` where nobody asked. */
  added: number | null;
}

/** A pod that was a target of a job of which there is none any more. */
export interface VanishedTarget {
  identity: string | null;
  job: string;
  namespace: string;
  pod: string;
}

export interface SampleAge {
  /** Value of the identity label; `null` for samples without it. */
  identity: string | null;
  /** Seconds between the last sample and the evaluation. */
  ageSeconds: number;
  /** Seconds between the first and the last sample in the window that was asked for; `null` if not asked. */
  spanSeconds: number | null;
}

export const podKey = (pod: { meta: { namespace: string | null; name: string } }): string =>
  `${pod.meta.namespace ?? ''}/${pod.meta.name}`;
