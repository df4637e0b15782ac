import type {
  V1Affinity,
  V1LabelSelector,
  V1LocalObjectReference,
  V1PodSecurityContext,
  V1ResourceRequirements,
  V1SecretKeySelector,
} from '@kubernetes/client-node';
import type { Metadata } from './kubernetes.ts';

/**
 * The fields of the Prometheus Operator's resources, and of Gateway API, that the platform uses. The whole of
 * them is in the operator's definitions, against which everything rendered is checked.
 */
interface Custom<A extends string, K extends string, S> {
  apiVersion: A;
  kind: K;
  metadata: Metadata;
  spec: S;
}

/** The operator's API group. */
type Monitoring = 'monitoring.coreos.com';

type Relabeling = {
  sourceLabels?: string[];
  targetLabel?: string;
  regex?: string;
  replacement?: string;
  action?: 'replace' | 'keep' | 'drop' | 'labeldrop' | 'labelkeep' | 'labelmap';
};

interface Volume {
  volumeClaimTemplate?: {
    spec: {
      accessModes: ['ReadWriteOnce'];
      storageClassName?: string;
      resources: { requests: { storage: string } };
    };
  };
  emptyDir?: Record<string, never>;
}

/** What all workloads of the operator have in common. */
interface Managed {
  version: string;
  image: string;
  replicas: number;
  imagePullSecrets?: V1LocalObjectReference[];
  podMetadata: { labels: Record<string, string> };
  resources: V1ResourceRequirements;
  securityContext: V1PodSecurityContext;
  affinity?: V1Affinity;
  storage: Volume;
  serviceAccountName?: string;
}

export interface RemoteWriteSpec {
  name: string;
  url: string;
  remoteTimeout: string;
  headers?: Record<string, string>;
  basicAuth?: { username: V1SecretKeySelector; password: V1SecretKeySelector };
  authorization?: { type: 'Bearer'; credentials: V1SecretKeySelector };
  tlsConfig?: { ca?: { secret: V1SecretKeySelector }; serverName?: string; insecureSkipVerify?: boolean };
  queueConfig: {
    capacity: number;
    minShards: number;
    maxShards: number;
    maxSamplesPerSend: number;
    batchSendDeadline: string;
    minBackoff: string;
    maxBackoff: string;
  };
  writeRelabelConfigs?: Relabeling[];
}

export type PrometheusAgent = Custom<
  `${Monitoring}/v1alpha1`,
  'PrometheusAgent',
  Managed & {
    scrapeInterval: string;
    scrapeTimeout: string;
    externalLabels: Record<string, string>;
    replicaExternalLabelName: string;
    prometheusExternalLabelName: string;
    walCompression: boolean;
    sampleLimit?: number;
    targetLimit?: number;
    labelLimit?: number;
    bodySizeLimit?: string;
    additionalArgs: { name: string; value: string }[];
    remoteWrite: RemoteWriteSpec[];
    serviceMonitorSelector: V1LabelSelector;
    serviceMonitorNamespaceSelector: V1LabelSelector;
    podMonitorSelector: V1LabelSelector;
    podMonitorNamespaceSelector: V1LabelSelector;
    probeSelector: V1LabelSelector;
    probeNamespaceSelector: V1LabelSelector;
    scrapeConfigSelector: V1LabelSelector;
    scrapeConfigNamespaceSelector: V1LabelSelector;
  }
>;

export interface ScrapeEndpoint {
  port: string;
  path?: string;
  scheme?: 'http' | 'https';
  interval?: string;
  scrapeTimeout?: string;
  honorLabels?: boolean;
  honorTimestamps?: boolean;
  bearerTokenFile?: string;
  tlsConfig?: { caFile?: string; insecureSkipVerify?: boolean };
  relabelings?: Relabeling[];
  metricRelabelings?: Relabeling[];
}

interface MonitorSpec {
  jobLabel?: string;
  selector: V1LabelSelector;
  namespaceSelector?: { any?: boolean; matchNames?: string[] };
  sampleLimit?: number;
}

export type ServiceMonitor = Custom<
  `${Monitoring}/v1`,
  'ServiceMonitor',
  MonitorSpec & { endpoints: ScrapeEndpoint[] }
>;

export type PodMonitor = Custom<
  `${Monitoring}/v1`,
  'PodMonitor',
  MonitorSpec & { podMetricsEndpoints: ScrapeEndpoint[] }
>;

export type PrometheusRule = Custom<`${Monitoring}/v1`, 'PrometheusRule', object>;

export type ThanosRuler = Custom<
  `${Monitoring}/v1`,
  'ThanosRuler',
  Managed & {
    evaluationInterval: string;
    retention: string;
    labels: Record<string, string>;
    ruleSelector: V1LabelSelector;
    ruleNamespaceSelector: V1LabelSelector;
    queryEndpoints: string[];
    alertmanagersUrl?: string[];
    objectStorageConfig: V1SecretKeySelector;
  }
>;

export type Alertmanager = Custom<
  `${Monitoring}/v1`,
  'Alertmanager',
  Managed & { configSecret: string; secrets?: string[] }
>;

export type HttpRoute = Custom<
  'gateway.networking.k8s.io/v1',
  'HTTPRoute',
  {
    parentRefs: { name: string; namespace: string }[];
    hostnames: string[];
    rules: { backendRefs: { name: string; port: number }[] }[];
  }
>;
