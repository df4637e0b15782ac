import type { KubernetesObject } from '../lab/pipeline/objects.ts';
import { podIds, podNames, readyAnew, type Where, waitFor } from './effects.ts';
import { type FaultContext, getObject, kubectlCommand } from './fault.ts';

/** What faults change in a workload. */
export interface WorkloadSpec {
  replicas: number;
  /** Of a Deployment: changes of its template wait. */
  paused?: boolean;
  strategy?: object;
  updateStrategy?: object;
  template: { metadata: { annotations?: Record<string, string> }; spec: PodSpec };
}

interface PodSpec {
  containers: Container[];
  volumes?: Volume[];
  nodeSelector?: Record<string, string>;
  affinity?: object;
  serviceAccountName?: string;
  securityContext?: { runAsUser?: number; runAsGroup?: number };
}

export interface Probe {
  httpGet: { path: string; port?: number | string };
  periodSeconds?: number;
  initialDelaySeconds?: number;
  failureThreshold?: number;
}

interface Volume {
  name: string;
  emptyDir?: object;
  hostPath?: { path: string };
  configMap?: { name: string };
  secret?: { secretName: string; items?: { key: string; path: string }[] };
  persistentVolumeClaim?: { claimName: string };
}

export interface Container {
  name: string;
  image: string;
  imagePullPolicy?: 'Never';
  args: string[];
  env?: ({ name: string; value: string } | { name: string; valueFrom: object })[];
  ports?: { name: string; containerPort: number; hostPort?: number }[];
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  readinessProbe?: Probe;
  livenessProbe?: Probe;
  startupProbe?: Probe;
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
}

/** Edits a workload, as `kubectl edit` would: its first container, and all of its spec. */
export async function changeWorkload(
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
  edit: (container: Container, spec: WorkloadSpec) => void,
): Promise<void> {
  const { cluster, ...ref } = where(context);
  await context.hands.change<{ spec: WorkloadSpec }>(cluster, { kind, ...ref }, ({ spec }) => {
    const [container] = spec.template.spec.containers;
    if (!container) throw new Error(`${kind} ${ref.name} has no container`);
    edit(container, spec);
  });
}

/** `kubectl scale`, as a person would. */
export const scaleTo = (
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
  replicas: number,
): Promise<void> =>
  changeWorkload(context, kind, where, (_, spec) => {
    spec.replicas = replicas;
  });

/** How long a new version of a part takes until its first probe. */
const FIRST_PROBE_SECONDS = 25;

/** An update to a version that takes its time to start: pods are not ready for a while, and nothing is wrong with them. */
export const updateSlowly = (
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
): Promise<void> =>
  changeWorkload(context, kind, where, ({ name, readinessProbe }) => {
    if (!readinessProbe) throw new Error(`${name} has no readiness probe`);
    readinessProbe.initialDelaySeconds = FIRST_PROBE_SECONDS;
  });

/** `kubectl rollout restart`. */
export const restartInTurn = (
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
): Promise<void> =>
  changeWorkload(context, kind, where, (_, { template: { metadata } }) => {
    metadata.annotations = {
      ...metadata.annotations,
      'kubectl.kubernetes.io/restartedAt': new Date().toISOString(),
    };
  });

/** By this annotation a team declares that a workload is stopped on purpose: as `docs/` tells it to users. */
export const PAUSED = 'fleetmedic.dev/paused';

/** A team stops a workload, and declares that it meant to. */
export async function pause(
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
  reason: string,
): Promise<void> {
  const { cluster, ...ref } = where(context);
  await context.hands.change<KubernetesObject & { spec: WorkloadSpec }>(
    cluster,
    { kind, ...ref },
    ({ metadata, spec }) => {
      metadata.annotations = { ...metadata.annotations, [PAUSED]: reason };
      spec.replicas = 0;
    },
  );
}

/** `kubectl delete pod`: by hand, and once. */
export function deletePods(context: FaultContext, where: Where, ...pods: string[]): Promise<void> {
  const { cluster, namespace } = where(context);
  const words = ['delete', 'pod', '-n', namespace, '--wait=false', ...pods];
  return context.hands.command(kubectlCommand(context, cluster, ...words), ['true']);
}

/** The pods of a workload are deleted by hand, and others come in their place. */
export async function replacePods(context: FaultContext, where: Where): Promise<void> {
  const before = await podIds(context, where);
  await deletePods(context, where, ...(await podNames(context, where)));
  await waitFor(context, readyAnew(where, before), 120);
}

/** A memory limit in which no part of the pipeline comes up. */
export const starveOfMemory = (
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
): Promise<void> =>
  changeWorkload(context, kind, where, (container) => {
    container.resources = { requests: { cpu: '10m', memory: '8Mi' }, limits: { memory: '12Mi' } };
  });

/** Deletes the pods of a workload, and waits until others are ready in their place. */
export async function restartAll(
  context: FaultContext,
  kind: 'deployment' | 'statefulset',
  where: Where,
): Promise<void> {
  const { cluster, namespace, name } = where(context);
  const before = await podIds(context, where);
  await context.hands.restart(cluster, namespace, `${kind}/${name}`);
  await waitFor(context, readyAnew(where, before), 240);
}

/** Deploys a workload a second time, under another name. */
export async function deployBeside(
  context: FaultContext,
  of: 'deployment' | 'statefulset',
  where: Where,
  name: string,
): Promise<void> {
  const { cluster, namespace, name: first } = where(context);
  const words = [of, first, '-n', namespace];
  const { apiVersion, kind, spec } = await getObject<KubernetesObject & { spec: WorkloadSpec }>(
    context,
    cluster,
    ...words,
  );
  const labels = { [context.names.labelKeys.name]: name };
  const template = { ...spec.template, metadata: { ...spec.template.metadata, labels } };
  await context.hands.create(cluster, {
    apiVersion,
    kind,
    metadata: { name, namespace, labels },
    spec: { ...spec, selector: { matchLabels: labels }, template },
  });
}
