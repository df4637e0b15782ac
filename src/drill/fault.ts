import { join } from 'node:path';
import type { ModeId } from '../catalogue/ids.generated.ts';
import type { Role } from '../fleet/roles.ts';
import type { Kubectl } from '../lab/kubectl.ts';
import type { LabLayout } from '../lab/layout.ts';
import type { LabNames } from '../lab/pipeline/names.ts';
import { RENDERED } from '../lab/pipeline/rendered/names.ts';
import type { Hands } from './hands.ts';

/** What a fault may use: the lab's own names and its kubectl, as a person at the keyboard has them. */
export interface FaultContext {
  lab: LabLayout;
  names: LabNames;
  kubectl: Kubectl;
  /** Folder of the programs that the lab runs. */
  bin: string;
  /** What they do is written down first and is taken back by itself. */
  hands: Hands;
  /** Name of the hub's context. */
  hub: string;
  /** Name of the edge's context in which the fault is made. */
  edge: string;
}

/** The answer that is right, written down before any diagnosis. A cause is right if all that is given agrees. */
export interface Expected {
  mode: ModeId;
  cluster: (context: FaultContext) => string;
  role: Role;
  /** Where the id leaves it open, what else must agree. */
  name?: (context: FaultContext) => string;
  variant?: string;
}

/** The lab that a drill needs; what is not said may be any. */
export interface LabNeeds {
  pipeline?: 'plain' | 'rendered';
  hubNodes?: 2;
  /** Volumes of the size that claims ask for. */
  sizedVolumes?: true;
  /** Not one of the oldest versions in scope, which lack what the drill rests on. */
  isNewer?: true;
}

/** A fault of the lab's real parts. */
export interface Fault {
  /** Name of the file. */
  name: string;
  /** Without it any lab. */
  lab?: LabNeeds;
  inject(context: FaultContext): Promise<void>;
  /** What must be done besides what the hands take back by themselves; it runs before that. */
  revert?(context: FaultContext): Promise<void>;
  expected: Expected;
  /** Whether the effect shows from outside, found without our diagnosis. See `effects.ts`. */
  effect?(context: FaultContext): Promise<boolean>;
  /** Seconds after which the effect must be visible; where `effect` tells it earlier, the diagnosis is made then. */
  visibleAfter: number;
}

export const defineFault = (fault: Fault): Fault => fault;

/** `kubectl` with its arguments, where the hands are to run it. */
export const kubectlCommand = ({ bin, lab }: FaultContext, cluster: string, ...args: string[]): string[] => [
  ...[join(bin, 'kubectl'), `--kubeconfig=${lab.kubeconfig}`, `--context=${cluster}`],
  ...args,
];

/** JSON of one object. */
export async function getObject<T>(context: FaultContext, cluster: string, ...words: string[]): Promise<T> {
  return JSON.parse(await context.kubectl(cluster, ['get', ...words, '-o', 'json'])) as T;
}

interface ConfigMapObject {
  metadata: { name: string; namespace: string };
  data: Record<string, string>;
}

/** Edits one text of a ConfigMap. A change that changes nothing is a defect of the fault. */
export async function editConfigMap(
  context: FaultContext,
  cluster: string,
  where: { namespace: string; name: string; key: string },
  change: (content: string) => string,
): Promise<void> {
  const map = await getObject<ConfigMapObject>(
    context,
    cluster,
    'configmap',
    where.name,
    '-n',
    where.namespace,
  );
  const before = map.data[where.key] ?? '';
  const after = change(before);
  if (after === before) throw new Error(`the fault changed nothing in ConfigMap ${where.name}`);
  const patch = JSON.stringify({ data: { [where.key]: after } });
  await context.kubectl(cluster, [
    'patch',
    'configmap',
    where.name,
    '-n',
    where.namespace,
    '--type=merge',
    '-p',
    patch,
  ]);
}

/** The agent's configuration in a cluster. */
export const agentConfig = ({ names }: FaultContext) => ({
  namespace: names.namespaces.agent,
  name: names.objects.agentConfig,
  key: 'prometheus.yml',
});

/** What kubectl calls the kind of the agents' workload. */
export const agentKind = ({ names }: FaultContext) =>
  names.agentKind === 'StatefulSet' ? 'statefulset' : 'deployment';

/** Whose fault it is where the edge's agent is at fault. */
export const edgeAgent = {
  cluster: ({ edge }: FaultContext) => edge,
  role: 'agent',
  name: ({ names }: FaultContext) => names.workloads.agent,
} as const;

/** As above, for a part of the hub (plain lab). */
export const hubPart = <P extends 'receive' | 'store' | 'compactor' | 'query'>(role: P) =>
  ({
    cluster: ({ hub }: FaultContext) => hub,
    role,
    name: ({ names }: FaultContext) => names.workloads[role],
  }) as const;

/** As above, for what the hub's object store does to all of its clients. */
export const objectStore = { cluster: ({ hub }: FaultContext) => hub, role: 'object-store' } as const;

/** As above, for the hub's Query Frontend and its cache (rendered lab). */
export const queryFrontend = {
  cluster: ({ hub }: FaultContext) => hub,
  role: 'query-frontend',
  name: () => RENDERED.queryFrontend,
} as const;
export const cache = {
  cluster: ({ hub }: FaultContext) => hub,
  role: 'cache',
  name: () => RENDERED.memcached,
} as const;

/** As above, for the application that it scrapes. */
export const edgeApplication = {
  cluster: ({ edge }: FaultContext) => edge,
  role: 'target',
  name: ({ names }: FaultContext) => names.workloads.application,
} as const;

/** The external label by which a cluster's samples are known. */
export function identityOf({ lab, names }: FaultContext, cluster: string): string {
  const index = lab.clusters.findIndex(({ name }) => name === cluster);
  return names.clusters[index]?.externalLabels.cluster ?? '';
}

/** Applies the lab's own manifests again: what a person does to take any edit back. */
export async function restore(context: FaultContext, cluster: string): Promise<void> {
  const { applyObjects, clusterObjects } = await import('../lab/pipeline/apply.ts');
  const layout = context.lab.clusters.find(({ name }) => name === cluster);
  if (!layout) throw new Error(`no such cluster: ${cluster}`);
  await applyObjects(context.kubectl, layout, clusterObjects(context.lab, layout, context.names));
}

export async function restart(
  context: FaultContext,
  cluster: string,
  namespace: string,
  resource: string,
): Promise<void> {
  await context.kubectl(cluster, ['rollout', 'restart', resource, '-n', namespace]);
}

/** `kubectl scale`, by hand as a person would. */
export async function scale(
  { kubectl }: FaultContext,
  cluster: string,
  namespace: string,
  resource: string,
  replicas: number,
): Promise<void> {
  await kubectl(cluster, ['scale', resource, '-n', namespace, `--replicas=${replicas}`]);
}

/** Scales the hub's Receive. */
export const scaleReceive = (context: FaultContext, replicas: number): Promise<void> =>
  scale(
    context,
    context.hub,
    context.names.namespaces.pipeline,
    `statefulset/${context.names.workloads.receive}`,
    replicas,
  );

/** Scales the edge's DNS. */
export const scaleDns = (context: FaultContext, replicas: number): Promise<void> =>
  scale(
    context,
    context.edge,
    context.names.namespaces.dns,
    `deployment/${context.names.workloads.dns}`,
    replicas,
  );
