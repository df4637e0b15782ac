import { at, flag, isRecord, list, number, text, textMap, texts } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';
import { type PodSpec, readPodSpec } from './pods.ts';

/** A controller of pods: Deployment, StatefulSet, DaemonSet. */
export interface Workload {
  kind: string;
  meta: ObjectMeta;
  /** `null` for a DaemonSet, which has one pod per node. */
  replicas: number | null;
  selector: Record<string, string>;
  podLabels: Record<string, string>;
  podAnnotations: Record<string, string>;
  pod: PodSpec;
  serviceName: string | null;
  /** Volumes that each pod of a StatefulSet gets. */
  claims: { name: string; size: string | null; storageClass: string | null }[];
  observedGeneration: number | null;
  readyReplicas: number;
  updatedReplicas: number;
  desiredScheduled: number | null;
  /** Whether its pods are replaced by themselves when the template changes, all of them. */
  isRolling: boolean;
  /** Why an update does not go on, from the Progressing condition of a Deployment. */
  stalled: { reason: string; message: string; at: string | null } | null;
}

export function readWorkload(kind: string): (value: unknown) => Workload | null {
  return (value) => {
    const meta = readMeta(value);
    if (!meta) return null;
    return {
      kind,
      meta,
      replicas: kind === 'DaemonSet' ? null : (number(value, 'spec', 'replicas') ?? 1),
      selector: textMap(value, 'spec', 'selector', 'matchLabels'),
      podLabels: textMap(value, 'spec', 'template', 'metadata', 'labels'),
      podAnnotations: textMap(value, 'spec', 'template', 'metadata', 'annotations'),
      pod: readPodSpec(at(value, 'spec', 'template', 'spec')),
      serviceName: text(value, 'spec', 'serviceName') ?? null,
      claims: list(value, 'spec', 'volumeClaimTemplates').flatMap((item) => {
        const name = text(item, 'metadata', 'name');
        return name === undefined ? [] : [{ name, ...readClaimSpec(item) }];
      }),
      observedGeneration: number(value, 'status', 'observedGeneration') ?? null,
      readyReplicas: number(value, 'status', 'readyReplicas') ?? number(value, 'status', 'numberReady') ?? 0,
      updatedReplicas:
        number(value, 'status', 'updatedReplicas') ?? number(value, 'status', 'updatedNumberScheduled') ?? 0,
      desiredScheduled: number(value, 'status', 'desiredNumberScheduled') ?? null,
      isRolling:
        text(value, 'spec', 'updateStrategy', 'type') !== 'OnDelete' &&
        (number(value, 'spec', 'updateStrategy', 'rollingUpdate', 'partition') ?? 0) === 0 &&
        !flag(value, 'spec', 'paused'),
      stalled: readStalled(value),
    };
  };
}

function readStalled(value: unknown): Workload['stalled'] {
  const condition = list(value, 'status', 'conditions').find((item) => text(item, 'type') === 'Progressing');
  return text(condition, 'status') === 'False'
    ? {
        reason: text(condition, 'reason') ?? '',
        message: text(condition, 'message') ?? '',
        at: text(condition, 'lastTransitionTime') ?? null,
      }
    : null;
}

export interface Service {
  meta: ObjectMeta;
  type: string;
  clusterIP: string | null;
  externalName: string | null;
  selector: Record<string, string>;
  ports: ServicePort[];
  externalIPs: string[];
  loadBalancer: string[];
}

export interface ServicePort {
  name: string;
  port: number;
  /** Number or name of a container port. */
  targetPort: number | string;
  nodePort: number | null;
  protocol: string;
}

export function readService(value: unknown): Service | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    type: text(value, 'spec', 'type') ?? 'ClusterIP',
    clusterIP: text(value, 'spec', 'clusterIP') ?? null,
    externalName: text(value, 'spec', 'externalName') ?? null,
    selector: textMap(value, 'spec', 'selector'),
    ports: list(value, 'spec', 'ports').flatMap((item) => {
      const port = number(item, 'port');
      if (port === undefined) return [];
      return [
        {
          name: text(item, 'name') ?? '',
          port,
          targetPort: number(item, 'targetPort') ?? text(item, 'targetPort') ?? port,
          nodePort: number(item, 'nodePort') ?? null,
          protocol: text(item, 'protocol') ?? 'TCP',
        },
      ];
    }),
    externalIPs: list(value, 'spec', 'externalIPs').filter((item) => typeof item === 'string'),
    loadBalancer: list(value, 'status', 'loadBalancer', 'ingress').flatMap(
      (item) => text(item, 'ip') ?? text(item, 'hostname') ?? [],
    ),
  };
}

export interface EndpointSlice {
  meta: ObjectMeta;
  service: string;
  endpoints: { addresses: string[]; ready: boolean; pod: string | null }[];
  ports: number[];
}

export function readEndpointSlice(value: unknown): EndpointSlice | null {
  const meta = readMeta(value);
  const service = meta?.labels['kubernetes.io/service-name'];
  if (!meta || service === undefined) return null;
  return {
    meta,
    service,
    endpoints: list(value, 'endpoints').map((item) => ({
      addresses: list(item, 'addresses').filter((address) => typeof address === 'string'),
      ready: at(item, 'conditions', 'ready') !== false,
      pod: text(item, 'targetRef', 'kind') === 'Pod' ? (text(item, 'targetRef', 'name') ?? null) : null,
    })),
    ports: list(value, 'ports').flatMap((item) => number(item, 'port') ?? []),
  };
}

export interface KubernetesEvent {
  type: string;
  reason: string;
  message: string;
  count: number;
  lastAt: string | null;
  object: { kind: string; namespace: string | null; name: string };
}

export function readEvent(value: unknown): KubernetesEvent | null {
  const name = text(value, 'involvedObject', 'name');
  if (name === undefined) return null;
  return {
    type: text(value, 'type') ?? '',
    reason: text(value, 'reason') ?? '',
    message: text(value, 'message') ?? '',
    count: number(value, 'series', 'count') ?? number(value, 'count') ?? 1,
    lastAt:
      text(value, 'series', 'lastObservedTime') ??
      text(value, 'lastTimestamp') ??
      text(value, 'eventTime') ??
      text(value, 'metadata', 'creationTimestamp') ??
      null,
    object: {
      kind: text(value, 'involvedObject', 'kind') ?? '',
      namespace: text(value, 'involvedObject', 'namespace') ?? null,
      name,
    },
  };
}

export interface ClusterNode {
  meta: ObjectMeta;
  ready: boolean;
  unschedulable: boolean;
  addresses: string[];
  /** Conditions that say that something is wrong: not ready, or short of memory, disk or processes. */
  troubles: { type: string; message: string; since: string | null }[];
}

export function readNode(value: unknown): ClusterNode | null {
  const meta = readMeta(value);
  if (!meta) return null;
  const ready = list(value, 'status', 'conditions').find((item) => text(item, 'type') === 'Ready');
  return {
    meta,
    ready: text(ready, 'status') === 'True',
    unschedulable: at(value, 'spec', 'unschedulable') === true,
    addresses: list(value, 'status', 'addresses').flatMap((item) => text(item, 'address') ?? []),
    troubles: list(value, 'status', 'conditions').flatMap((item) => {
      const type = text(item, 'type') ?? '';
      const status = text(item, 'status');
      const isTrouble = type === 'Ready' ? status !== 'True' : PRESSURES.includes(type) && status === 'True';
      if (!isTrouble) return [];
      const message = text(item, 'message') ?? text(item, 'reason') ?? '';
      return [{ type, message, since: text(item, 'lastTransitionTime') ?? null }];
    }),
  };
}

const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'];

export interface Claim {
  meta: ObjectMeta;
  phase: string;
  storageClass: string | null;
  /** The size that was asked for. */
  size: string | null;
  /** The volume that it got. */
  volume: string | null;
}

export function readClaim(value: unknown): Claim | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    phase: text(value, 'status', 'phase') ?? 'Unknown',
    volume: text(value, 'spec', 'volumeName') || null,
    ...readClaimSpec(value),
  };
}

function readClaimSpec(value: unknown): Pick<Claim, 'storageClass' | 'size'> {
  return {
    storageClass: text(value, 'spec', 'storageClassName') ?? null,
    size: text(value, 'spec', 'resources', 'requests', 'storage') ?? null,
  };
}

export interface ConfigMap {
  meta: ObjectMeta;
  data: Record<string, string>;
}

export function readConfigMap(value: unknown): ConfigMap | null {
  const meta = readMeta(value);
  return meta && isRecord(value) ? { meta, data: textMap(value, 'data') } : null;
}

export interface Ingress {
  meta: ObjectMeta;
  className: string | null;
  rules: { host: string; service: string; port: number | string | null }[];
  tls: { hosts: string[]; secret: string | null }[];
  loadBalancer: string[];
}

export function readIngress(value: unknown): Ingress | null {
  const meta = readMeta(value);
  if (!meta) return null;
  return {
    meta,
    className: text(value, 'spec', 'ingressClassName') ?? null,
    rules: list(value, 'spec', 'rules').flatMap((rule) =>
      list(rule, 'http', 'paths').flatMap((path) => {
        const service = text(path, 'backend', 'service', 'name');
        const port =
          number(path, 'backend', 'service', 'port', 'number') ??
          text(path, 'backend', 'service', 'port', 'name');
        return service === undefined ? [] : [{ host: text(rule, 'host') ?? '', service, port: port ?? null }];
      }),
    ),
    tls: list(value, 'spec', 'tls').map((item) => ({
      hosts: texts(item, 'hosts'),
      secret: text(item, 'secretName') ?? null,
    })),
    loadBalancer: list(value, 'status', 'loadBalancer', 'ingress').flatMap(
      (item) => text(item, 'ip') ?? text(item, 'hostname') ?? [],
    ),
  };
}

/** The class of an Ingress, and the controller that serves it. */
export interface IngressClass {
  meta: ObjectMeta;
  controller: string;
  isDefault: boolean;
}

export function readIngressClass(value: unknown): IngressClass | null {
  const meta = readMeta(value);
  return (
    meta && {
      meta,
      controller: text(value, 'spec', 'controller') ?? '',
      isDefault: meta.annotations['ingressclass.kubernetes.io/is-default-class'] === 'true',
    }
  );
}

export interface Namespace {
  meta: ObjectMeta;
}

export function readNamespace(value: unknown): Namespace | null {
  const meta = readMeta(value);
  return meta && { meta };
}
