import type { Where } from './effects.ts';
import type { FaultContext } from './fault.ts';

/** What faults change in a workload. */
export interface WorkloadSpec {
  replicas: number;
  strategy?: object;
  template: { spec: { containers: Container[]; volumes?: Volume[] } };
}

interface Volume {
  name: string;
  emptyDir?: object;
  hostPath?: { path: string };
  configMap?: { name: string };
}

export interface Container {
  name: string;
  image: string;
  args: string[];
  readinessProbe?: { httpGet: { path: string } };
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
