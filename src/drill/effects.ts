import { sampleAges } from '../lab/pipeline/apply.ts';
import type { FaultContext } from './fault.ts';

/** How the effect of a fault is recognised from outside: by what kubectl and Query say, never by our diagnosis. */
export type Effect = (context: FaultContext) => Promise<boolean>;

/** The newest sample of a cluster that Query gives is older than this, or there is none. */
export const silentFor =
  (seconds: number, cluster: (context: FaultContext) => string): Effect =>
  async (context) => {
    const ages = await sampleAges(context.kubectl, context.lab, context.names);
    // Where Query itself gives nothing, this says nothing about one cluster.
    return ages.size > 0 && (ages.get(cluster(context)) ?? Number.POSITIVE_INFINITY) > seconds;
  };

/** Query answers this expression with at least one sample. */
export const queryGives =
  (expression: (context: FaultContext) => string): Effect =>
  async (context) => {
    const { names } = context;
    const service = `${names.services.query}:${names.queryPort ?? names.portNames.http}`;
    const path = `/api/v1/namespaces/${names.namespaces.pipeline}/services/${service}/proxy/api/v1/query?query=${encodeURIComponent(expression(context))}`;
    const text = await context.kubectl(context.hub, ['get', '--raw', path]);
    return (JSON.parse(text) as { data: { result: unknown[] } }).data.result.length > 0;
  };

interface PodStatus {
  metadata: { name: string };
  status: {
    phase: string;
    conditions?: { type: string; status: string; reason?: string }[];
    containerStatuses?: {
      restartCount: number;
      state: { waiting?: { reason?: string } };
      lastState: { terminated?: { reason?: string } };
    }[];
  };
}

const podsOf = async (context: FaultContext, cluster: string, namespace: string, prefix: string) => {
  const text = await context.kubectl(cluster, ['get', 'pods', '-n', namespace, '-o', 'json']);
  const { items } = JSON.parse(text) as { items: PodStatus[] };
  return items.filter(({ metadata }) => metadata.name.startsWith(`${prefix}-`));
};

/** Where a workload's pods are: cluster, namespace and the workload's name. */
export type Where = (context: FaultContext) => { cluster: string; namespace: string; name: string };

/** A pod of the workload waits, or ended, for this reason (`ImagePullBackOff`, `OOMKilled`, `Unschedulable`). */
export const podSays =
  (where: Where, ...reasons: string[]): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    return (await podsOf(context, cluster, namespace, name)).some(({ status }) =>
      [
        ...(status.containerStatuses ?? []).flatMap(({ state, lastState }) => [
          state.waiting?.reason,
          lastState.terminated?.reason,
        ]),
        ...(status.conditions ?? []).map(({ reason }) => reason),
      ].some((reason) => reason !== undefined && reasons.includes(reason)),
    );
  };

/** No pod, or not all pods, of the workload are ready. */
export const notAllReady =
  (where: Where): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    const pods = await podsOf(context, cluster, namespace, name);
    const isReady = ({ status }: PodStatus) =>
      status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false;
    return pods.length === 0 || !pods.every(isReady);
  };

/** The log of the workload's pods says this, in the last two minutes. */
export const logSays =
  (where: Where, text: string): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    const pods = await podsOf(context, cluster, namespace, name);
    for (const { metadata } of pods) {
      for (const previous of [[], ['--previous']]) {
        const args = ['logs', metadata.name, '-n', namespace, '--all-containers', '--since=2m', ...previous];
        if ((await context.kubectl(cluster, args).catch(() => '')).includes(text)) return true;
      }
    }
    return false;
  };

/** An event of the namespace has this reason, or says this. */
export const eventSays =
  (where: Where, text: string): Effect =>
  async (context) => {
    const { cluster, namespace } = where(context);
    return (await context.kubectl(cluster, ['get', 'events', '-n', namespace])).includes(text);
  };

/** Any of them. */
export const anyOf =
  (...effects: Effect[]): Effect =>
  async (context) => {
    for (const effect of effects) if (await effect(context).catch(() => false)) return true;
    return false;
  };

export const inHub =
  (name: (context: FaultContext) => string): Where =>
  (context) => ({ cluster: context.hub, namespace: context.names.namespaces.pipeline, name: name(context) });

export const receivePods: Where = inHub(({ names }) => names.workloads.receive);
export const storePods: Where = inHub(({ names }) => names.workloads.store);
export const compactorPods: Where = inHub(({ names }) => names.workloads.compactor);
export const queryPods: Where = inHub(({ names }) => names.workloads.query);
export const agentPods: Where = ({ edge, names }) => ({
  cluster: edge,
  namespace: names.namespaces.agent,
  name: names.workloads.agent,
});
