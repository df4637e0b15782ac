import { at, flag, isRecord, list, number, text, texts } from '../json.ts';
import { type ObjectMeta, readMeta } from './meta.ts';

export interface Pod {
  meta: ObjectMeta;
  spec: PodSpec;
  phase: string;
  ready: boolean;
  /** Since when the Ready condition is as it is. */
  readySince: string | null;
  /** Why no node takes it, from the PodScheduled condition. */
  unschedulable: string | null;
  /** Pod-level reason, such as `Evicted`. */
  reason: string | null;
  /** Pod-level message, such as what the node was short of. */
  message: string | null;
  ip: string | null;
  node: string | null;
  containers: ContainerStatus[];
}

export interface PodSpec {
  containers: Container[];
  volumes: Volume[];
  hostNetwork: boolean;
  /** Names of the Secrets with which images are pulled. */
  pullSecrets: string[];
  /** How strictly its pods keep apart from each other. */
  antiAffinity: 'none' | 'preferred' | 'required';
}

export interface Container {
  name: string;
  image: string;
  command: string[];
  args: string[];
  env: Variable[];
  ports: { name: string; port: number; protocol: string }[];
  mounts: { volume: string; path: string; subPath: string | null; readOnly: boolean }[];
  /** Its image may not be written to either. */
  hasReadOnlyRoot: boolean;
  memoryLimit: string | null;
  /** Requests and limits as quantities; `null` where none is set. */
  resources: {
    cpu: string | null;
    memory: string | null;
    cpuLimit: string | null;
    memoryLimit: string | null;
  };
  hasReadinessProbe: boolean;
  /** Whether the kubelet asks it over TLS; `null` where it is not asked over HTTP. */
  probedByTls: boolean | null;
}

export interface Variable {
  name: string;
  value: string | null;
  fieldPath: string | null;
  /** The Secret that it is taken from, and the key in it. */
  secret: string | null;
  secretKey: string | null;
}

export interface Volume {
  name: string;
  configMap: string | null;
  secret: string | null;
  claim: string | null;
  /** A volume that ends with the pod. */
  emptyDir: boolean;
  /** Where single keys of a ConfigMap or Secret are put; empty where each key is a file of its name. */
  items: { key: string; path: string }[];
}

export interface ContainerStatus {
  name: string;
  ready: boolean;
  restarts: number;
  waiting: { reason: string; message: string } | null;
  runningSince: string | null;
  terminated: Termination | null;
  lastTermination: Termination | null;
}

export interface Termination {
  reason: string;
  exitCode: number;
  startedAt: string | null;
  finishedAt: string | null;
  message: string;
}

export function readPod(value: unknown): Pod | null {
  const meta = readMeta(value);
  if (!meta) return null;
  const conditions = list(value, 'status', 'conditions');
  const condition = (type: string) => conditions.find((item) => text(item, 'type') === type);
  const ready = condition('Ready');
  const scheduled = condition('PodScheduled');
  return {
    meta,
    spec: readPodSpec(at(value, 'spec')),
    phase: text(value, 'status', 'phase') ?? 'Unknown',
    ready: text(ready, 'status') === 'True',
    readySince: text(ready, 'lastTransitionTime') ?? null,
    unschedulable: text(scheduled, 'status') === 'False' ? (text(scheduled, 'message') ?? '') : null,
    reason: text(value, 'status', 'reason') ?? null,
    message: text(value, 'status', 'message') ?? null,
    ip: text(value, 'status', 'podIP') ?? null,
    node: text(value, 'spec', 'nodeName') ?? null,
    containers: [
      ...list(value, 'status', 'initContainerStatuses'),
      ...list(value, 'status', 'containerStatuses'),
    ].flatMap((item) => readStatus(item) ?? []),
  };
}

/** The Deployment behind a ReplicaSet is told by the hash that the ReplicaSet's name ends with. */
export function controllerOf(pod: Pod): { kind: string; name: string } {
  const { owner, labels, name } = pod.meta;
  if (!owner) return { kind: 'Pod', name };
  const hash = labels['pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && hash && owner.name.endsWith(`-${hash}`)) {
    return { kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) };
  }
  return owner;
}

export function readPodSpec(spec: unknown): PodSpec {
  return {
    containers: list(spec, 'containers').flatMap((item) => readContainer(item) ?? []),
    volumes: list(spec, 'volumes').flatMap((item) => readVolume(item) ?? []),
    hostNetwork: flag(spec, 'hostNetwork'),
    pullSecrets: list(spec, 'imagePullSecrets').flatMap((item) => text(item, 'name') ?? []),
    antiAffinity: readAntiAffinity(at(spec, 'affinity', 'podAntiAffinity')),
  };
}

function readAntiAffinity(value: unknown): PodSpec['antiAffinity'] {
  if (list(value, 'requiredDuringSchedulingIgnoredDuringExecution').length > 0) return 'required';
  return list(value, 'preferredDuringSchedulingIgnoredDuringExecution').length > 0 ? 'preferred' : 'none';
}

function readContainer(value: unknown): Container | null {
  const name = text(value, 'name');
  if (name === undefined) return null;
  return {
    name,
    image: text(value, 'image') ?? '',
    command: texts(value, 'command'),
    args: texts(value, 'args'),
    env: list(value, 'env').map((item) => ({
      name: text(item, 'name') ?? '',
      value: text(item, 'value') ?? null,
      fieldPath: text(item, 'valueFrom', 'fieldRef', 'fieldPath') ?? null,
      secret: text(item, 'valueFrom', 'secretKeyRef', 'name') ?? null,
      secretKey: text(item, 'valueFrom', 'secretKeyRef', 'key') ?? null,
    })),
    ports: list(value, 'ports').flatMap((item) => {
      const port = number(item, 'containerPort');
      return port === undefined
        ? []
        : [{ name: text(item, 'name') ?? '', port, protocol: text(item, 'protocol') ?? 'TCP' }];
    }),
    mounts: list(value, 'volumeMounts').map((item) => ({
      volume: text(item, 'name') ?? '',
      path: text(item, 'mountPath') ?? '',
      subPath: text(item, 'subPath') ?? null,
      readOnly: at(item, 'readOnly') === true,
    })),
    hasReadOnlyRoot: at(value, 'securityContext', 'readOnlyRootFilesystem') === true,
    memoryLimit: text(value, 'resources', 'limits', 'memory') ?? null,
    resources: {
      cpu: quantity(value, 'requests', 'cpu'),
      memory: quantity(value, 'requests', 'memory'),
      cpuLimit: quantity(value, 'limits', 'cpu'),
      memoryLimit: quantity(value, 'limits', 'memory'),
    },
    hasReadinessProbe: isRecord(at(value, 'readinessProbe')),
    probedByTls: probedByTls(value),
  };
}

function probedByTls(container: unknown): boolean | null {
  const probes = ['readinessProbe', 'livenessProbe', 'startupProbe'].map((name) =>
    at(container, name, 'httpGet'),
  );
  const probe = probes.find(isRecord);
  return probe === undefined ? null : text(probe, 'scheme')?.toUpperCase() === 'HTTPS';
}

/** A quantity may be a number where an object was written by a program. */
function quantity(value: unknown, kind: 'requests' | 'limits', resource: string): string | null {
  const found = at(value, 'resources', kind, resource);
  return typeof found === 'number' ? String(found) : typeof found === 'string' ? found : null;
}

function readVolume(value: unknown): Volume | null {
  const name = text(value, 'name');
  if (name === undefined) return null;
  // The operator mounts several sources into one volume.
  const projected = list(value, 'projected', 'sources');
  const fromProjected = (kind: string) =>
    projected.map((item) => text(item, kind, 'name')).find((found) => found !== undefined);
  return {
    name,
    configMap: text(value, 'configMap', 'name') ?? fromProjected('configMap') ?? null,
    secret: text(value, 'secret', 'secretName') ?? fromProjected('secret') ?? null,
    claim: text(value, 'persistentVolumeClaim', 'claimName') ?? null,
    emptyDir: isRecord(at(value, 'emptyDir')),
    items: [
      ...list(value, 'configMap', 'items'),
      ...list(value, 'secret', 'items'),
      ...projected.flatMap((item) => [...list(item, 'configMap', 'items'), ...list(item, 'secret', 'items')]),
    ].flatMap((item) => {
      const [key, path] = [text(item, 'key'), text(item, 'path')];
      return key === undefined || path === undefined ? [] : [{ key, path }];
    }),
  };
}

function readStatus(value: unknown): ContainerStatus | null {
  const name = text(value, 'name');
  if (name === undefined) return null;
  const waiting = at(value, 'state', 'waiting');
  return {
    name,
    ready: flag(value, 'ready'),
    restarts: number(value, 'restartCount') ?? 0,
    waiting: isRecord(waiting)
      ? { reason: text(waiting, 'reason') ?? '', message: text(waiting, 'message') ?? '' }
      : null,
    runningSince: text(value, 'state', 'running', 'startedAt') ?? null,
    terminated: readTermination(at(value, 'state', 'terminated')),
    lastTermination: readTermination(at(value, 'lastState', 'terminated')),
  };
}

function readTermination(value: unknown): Termination | null {
  if (!isRecord(value)) return null;
  return {
    reason: text(value, 'reason') ?? '',
    exitCode: number(value, 'exitCode') ?? 0,
    startedAt: text(value, 'startedAt') ?? null,
    finishedAt: text(value, 'finishedAt') ?? null,
    message: text(value, 'message') ?? '',
  };
}
