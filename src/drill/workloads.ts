import { podIds, readyAnew, type Where, waitFor } from './effects.ts';
import type { FaultContext } from './fault.ts';

/** What faults change in a workload. */
export interface WorkloadSpec {
  replicas: number;
  strategy?: object;
  updateStrategy?: object;
  template: { spec: PodSpec };
}

interface PodSpec {
  containers: Container[];
  volumes?: Volume[];
  nodeSelector?: Record<string, string>;
  affinity?: object;
  securityContext?: { runAsUser?: number; runAsGroup?: number };
}

interface Volume {
  name: string;
  emptyDir?: object;
  hostPath?: { path: string };
  configMap?: { name: string };
  secret?: { secretName: string };
  persistentVolumeClaim?: { claimName: string };
}

export interface Container {
  name: string;
  image: string;
  args: string[];
  env?: { name: string; value: string }[];
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  readinessProbe?: { httpGet: { path: string }; periodSeconds?: number };
  volumeMounts?: { name: string; mountPath: string }[];
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
