import type {
  V1Affinity,
  V1Container,
  V1EnvVar,
  V1PersistentVolumeClaim,
  V1PodSecurityContext,
  V1PodSpec,
  V1ResourceRequirements,
  V1Volume,
  V1VolumeMount,
} from '@kubernetes/client-node';
import type { FleetSettings, Resources, SecretKey } from '../fleet/file/settings.ts';
import type { RenderContext } from './context.ts';
import type { DaemonSet, Deployment, Metadata, PlatformObject, Service, StatefulSet } from './kubernetes.ts';
import { LABELS, MANAGED_BY, PART_OF } from './names.ts';

/** Labels of every object: who made it, and for which fleet. */
export function objectLabels(fleet: FleetSettings, name: string): Record<string, string> {
  return {
    [LABELS.name]: name,
    [LABELS.managedBy]: MANAGED_BY,
    [LABELS.partOf]: PART_OF,
    [LABELS.fleet]: fleet.name,
    [LABELS.profile]: fleet.profile,
  };
}

/** Labels by which a part's pods are selected; they never change, because selectors cannot. */
export const selectorLabels = (name: string): Record<string, string> => ({
  [LABELS.name]: name,
  [LABELS.partOf]: PART_OF,
});

export function metadata(context: RenderContext, name: string, part = name): Metadata {
  return { name, namespace: context.cluster.namespace, labels: objectLabels(context.fleet, part) };
}

export function clusterMetadata(context: RenderContext, name: string, part = name): Metadata {
  return { name, labels: objectLabels(context.fleet, part) };
}

export function requirements({ cpu, memory, cpuLimit, memoryLimit }: Resources): V1ResourceRequirements {
  const limits = {
    ...(cpuLimit !== null && { cpu: cpuLimit }),
    ...(memoryLimit !== null && { memory: memoryLimit }),
  };
  return { requests: { cpu, memory }, ...(Object.keys(limits).length > 0 && { limits }) };
}

/** Everything runs as nobody, and volumes belong to the group. */
export const POD_SECURITY: V1PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: 65534,
  runAsGroup: 65534,
  fsGroup: 65534,
  seccompProfile: { type: 'RuntimeDefault' },
};

export interface ContainerSpec {
  name: string;
  image: string;
  args: readonly string[];
  ports?: Readonly<Record<string, number>>;
  resources: Resources;
  env?: V1EnvVar[];
  mounts?: V1VolumeMount[];
  /** HTTP paths of the probes on a named port. */
  probes?: { port: string; ready: string; live: string; livePort?: string };
  /** Whether it writes to its own file system besides its volumes. */
  writable?: boolean;
}

export function container(spec: ContainerSpec): V1Container {
  const { probes } = spec;
  return {
    name: spec.name,
    image: spec.image,
    imagePullPolicy: 'IfNotPresent',
    args: [...spec.args],
    ...(spec.env && { env: spec.env }),
    ...(spec.ports && {
      ports: Object.entries(spec.ports).map(([name, containerPort]) => ({
        name,
        containerPort,
        protocol: 'TCP',
      })),
    }),
    resources: requirements(spec.resources),
    ...(probes && {
      readinessProbe: {
        httpGet: { path: probes.ready, port: probes.port },
        periodSeconds: 5,
        timeoutSeconds: 3,
        failureThreshold: 3,
      },
      // A part that replays its log is alive for as long as it takes: only a hang is killed.
      livenessProbe: {
        httpGet: { path: probes.live, port: probes.livePort ?? probes.port },
        initialDelaySeconds: 30,
        periodSeconds: 30,
        timeoutSeconds: 5,
        failureThreshold: 4,
      },
    }),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: spec.writable !== true,
      capabilities: { drop: ['ALL'] },
    },
    ...(spec.mounts && { volumeMounts: spec.mounts }),
  };
}

export interface WorkloadSpec {
  name: string;
  replicas: number;
  containers: V1Container[];
  volumes?: V1Volume[];
  /** A volume of each pod of a StatefulSet, mounted as `data`; null for one that ends with the pod. */
  storage?: string | null;
  serviceName?: string;
  serviceAccountName?: string;
  /** Changes with the content of a mounted configuration that is only read at start. */
  annotations?: Record<string, string>;
  terminationGracePeriodSeconds?: number;
}

function podSpec(context: RenderContext, spec: WorkloadSpec): V1PodSpec {
  const { fleet } = context;
  const affinity = spreading(fleet, spec);
  const volumes = [
    ...(spec.storage === null ? [{ name: 'data', emptyDir: {} }] : []),
    ...(spec.volumes ?? []),
  ];
  return {
    ...(spec.serviceAccountName
      ? { serviceAccountName: spec.serviceAccountName }
      : { automountServiceAccountToken: false }),
    // Variables named after Services would reach programs that take settings from the environment.
    enableServiceLinks: false,
    securityContext: POD_SECURITY,
    ...(fleet.pullSecrets.length > 0 && { imagePullSecrets: fleet.pullSecrets.map((name) => ({ name })) }),
    ...(spec.terminationGracePeriodSeconds !== undefined && {
      terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds,
    }),
    ...(affinity && { affinity }),
    containers: spec.containers,
    ...(volumes.length > 0 && { volumes }),
  };
}

/** Keeps the replicas of one part on different nodes, as far as the fleet asks for it. */
export function spreading(
  fleet: FleetSettings,
  { name, replicas }: { name: string; replicas: number },
): V1Affinity | undefined {
  if (fleet.antiAffinity === 'none' || replicas < 2) return undefined;
  const term = {
    labelSelector: { matchLabels: { [LABELS.name]: name } },
    topologyKey: 'kubernetes.io/hostname',
  };
  return {
    podAntiAffinity:
      fleet.antiAffinity === 'required'
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
}

function template(context: RenderContext, spec: WorkloadSpec) {
  const labels = { ...objectLabels(context.fleet, spec.name), ...selectorLabels(spec.name) };
  return {
    metadata: { labels, ...(spec.annotations && { annotations: spec.annotations }) },
    spec: podSpec(context, spec),
  };
}

export function deployment(context: RenderContext, spec: WorkloadSpec): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(context, spec.name),
    spec: {
      replicas: spec.replicas,
      selector: { matchLabels: selectorLabels(spec.name) },
      ...strategy(context.fleet, spec),
      template: template(context, spec),
    },
  };
}

/** With as many replicas as nodes, and each on its own, a surge pod has no place: then an old one ends first. */
function strategy({ antiAffinity }: FleetSettings, { replicas }: WorkloadSpec) {
  if (antiAffinity !== 'required' || replicas < 2) return {};
  return { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } };
}

export function statefulSet(context: RenderContext, spec: WorkloadSpec): StatefulSet {
  const { storage = null } = spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadata(context, spec.name),
    spec: {
      replicas: spec.replicas,
      serviceName: spec.serviceName ?? spec.name,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: selectorLabels(spec.name) },
      template: template(context, { ...spec, storage }),
      ...(storage !== null && { volumeClaimTemplates: [claimTemplate(context, 'data', storage)] }),
    },
  };
}

export function daemonSet(context: RenderContext, spec: Omit<WorkloadSpec, 'replicas'>): DaemonSet {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadata(context, spec.name),
    spec: {
      selector: { matchLabels: selectorLabels(spec.name) },
      template: template(context, { ...spec, replicas: 1 }),
    },
  };
}

/**
 * A template of claims, with the server's defaults said: the list is atomic, and whoever applies the same under another
 * name (kubectl, GitOps, `medic deploy`) would meet a conflict about what the server filled in.
 */
function claimTemplate(context: RenderContext, name: string, storage: string): V1PersistentVolumeClaim {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    ...claim(context, name, storage),
    status: { phase: 'Pending' },
  };
}

/** A volume claim. */
export function claim({ cluster }: RenderContext, name: string, storage: string): V1PersistentVolumeClaim {
  return {
    metadata: { name },
    spec: {
      accessModes: ['ReadWriteOnce'],
      volumeMode: 'Filesystem',
      ...(cluster.storageClass !== null && { storageClassName: cluster.storageClass }),
      resources: { requests: { storage } },
    },
  };
}

export interface ServicePorts {
  [name: string]: { port: number; nodePort?: number | null };
}

export function service(
  context: RenderContext,
  spec: { name: string; selects?: string; ports: ServicePorts; headless?: boolean; nodePort?: boolean },
): Service {
  const { name, selects = name } = spec;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(context, name, selects),
    spec: {
      type: spec.nodePort ? 'NodePort' : 'ClusterIP',
      // Pods of a hashring find each other before they are ready.
      ...(spec.headless && { clusterIP: 'None', publishNotReadyAddresses: true }),
      selector: selectorLabels(selects),
      ports: Object.entries(spec.ports).map(([portName, { port, nodePort }]) => ({
        name: portName,
        port,
        targetPort: portName,
        protocol: 'TCP',
        ...(nodePort != null && { nodePort }),
      })),
    },
  };
}

export function configMap(
  context: RenderContext,
  name: string,
  part: string,
  data: Record<string, string>,
): PlatformObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(context, name, part), data };
}

export function serviceAccount(context: RenderContext, name: string): PlatformObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(context, name) };
}

type Rules = { apiGroups: string[]; resources: string[]; verbs: string[]; resourceNames?: string[] }[];

/** A cluster role of one service account of the namespace, bound to it. */
export function clusterRights(context: RenderContext, name: string, rules: Rules): PlatformObject[] {
  // Cluster-wide names of two fleets in one cluster must not meet.
  const role = `${context.cluster.namespace}-${name}`;
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: clusterMetadata(context, role, name),
      rules,
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: clusterMetadata(context, role, name),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'ServiceAccount', name, namespace: context.cluster.namespace }],
    },
  ];
}

/** A role of one service account in its own namespace, bound to it. */
export function namespaceRights(context: RenderContext, name: string, rules: Rules): PlatformObject[] {
  return [
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: metadata(context, name), rules },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: metadata(context, name),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: context.cluster.namespace }],
    },
  ];
}

export const secretSelector = ({ name, key }: SecretKey) => ({ name, key });

/** The server's default of `apiVersion` is said: a `fieldRef` is atomic, and another manager would conflict. */
export const fieldEnv = (name: string, fieldPath: string): V1EnvVar => ({
  name,
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } },
});

export const secretEnv = (name: string, secret: SecretKey): V1EnvVar => ({
  name,
  valueFrom: { secretKeyRef: secretSelector(secret) },
});

/** A configuration as text. JSON is YAML: it is typed on the way, and never put together from strings. */
export const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
