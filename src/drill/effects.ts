import { setTimeout as sleep } from 'node:timers/promises';
import { sampleAges } from '../lab/pipeline/apply.ts';
import { RENDERED } from '../lab/pipeline/rendered/names.ts';
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

/** Samples of a cluster that are younger than this are in Query. */
export const arrivesWithin =
  (seconds: number, cluster: (context: FaultContext) => string): Effect =>
  async (context) => {
    const ages = await sampleAges(context.kubectl, context.lab, context.names);
    return (ages.get(cluster(context)) ?? Number.POSITIVE_INFINITY) < seconds;
  };

/** What Query answers at a path of its HTTP API. */
async function askQuery<T>({ kubectl, hub, names }: FaultContext, path: string): Promise<T> {
  const service = `${names.services.query}:${names.queryPort ?? names.portNames.http}`;
  const proxy = `/api/v1/namespaces/${names.namespaces.pipeline}/services/${service}/proxy`;
  return JSON.parse(await kubectl(hub, ['get', '--raw', `${proxy}${path}`])) as T;
}

/** Query answers this expression with at least one sample. */
export const queryGives =
  (expression: (context: FaultContext) => string): Effect =>
  async (context) => {
    const path = `/api/v1/query?query=${encodeURIComponent(expression(context))}`;
    const { data } = await askQuery<{ data: { result: unknown[] } }>(context, path);
    return data.result.length > 0;
  };

/** Query has no store of this kind that answers. */
export const storeFails =
  (kind: 'receive' | 'store' | 'rule'): Effect =>
  async (context) => {
    const { data } = await askQuery<{ data: Record<string, { lastError: unknown }[]> }>(
      context,
      '/api/v1/stores',
    );
    return (data[kind] ?? []).every(({ lastError }) => lastError !== null);
  };

interface PodStatus {
  metadata: { name: string; uid: string; deletionTimestamp?: string };
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

const isReady = ({ status }: PodStatus) =>
  status.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') ?? false;

/** A pod of the workload that is ready, and not about to end. */
export async function readyPod(context: FaultContext, where: Where): Promise<{ name: string; uid: string }> {
  const { cluster, namespace, name } = where(context);
  const pods = await podsOf(context, cluster, namespace, name);
  const pod = pods.find((one) => isReady(one) && one.metadata.deletionTimestamp === undefined);
  if (!pod) throw new Error(`no pod of ${name} is ready`);
  return pod.metadata;
}

/** No pod, or not all pods, of the workload are ready. */
export const notAllReady =
  (where: Where): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    const pods = await podsOf(context, cluster, namespace, name);
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

/** What each pod of a workload answers at a port and path. */
async function answersOf(context: FaultContext, where: Where, port: number, path: string): Promise<string[]> {
  const { cluster, namespace, name } = where(context);
  const pods = await podsOf(context, cluster, namespace, name);
  const proxies = pods.map(({ metadata }) => `/api/v1/namespaces/${namespace}/pods/${metadata.name}:${port}`);
  return Promise.all(
    proxies.map((proxy) => context.kubectl(cluster, ['get', '--raw', `${proxy}/proxy${path}`])),
  );
}

/** A series of the edge's agent about itself is above this; one whose labels have a text, if one is given. */
export const agentExports =
  (metric: string, above: number, labels: (context: FaultContext) => string = () => ''): Effect =>
  async (context) => {
    const pages = await answersOf(context, agentPods, context.names.ports.agent, '/metrics');
    return pages
      .flatMap((page) => page.split('\n'))
      .filter(
        (line) =>
          (line.startsWith(`${metric} `) || line.startsWith(`${metric}{`)) && line.includes(labels(context)),
      )
      .some((line) => Number(line.slice(line.lastIndexOf(' '))) > above);
  };

interface Target {
  scrapePool: string;
  health: string;
  lastError: string;
}

async function agentTargets(context: FaultContext): Promise<Target[]> {
  const path = '/api/v1/targets?state=active';
  const pages = await answersOf(context, agentPods, context.names.ports.agent, path);
  return pages.flatMap(
    (page) => (JSON.parse(page) as { data: { activeTargets: Target[] } }).data.activeTargets,
  );
}

/** A target of the edge's agent is down, and its last error says this. */
export const targetFails =
  (text: string): Effect =>
  async (context) =>
    (await agentTargets(context)).some(
      ({ health, lastError }) => health === 'down' && lastError.includes(text),
    );

/** The edge's agent scrapes other targets, and none of this job. */
export const scrapesNothingOf =
  (job: (context: FaultContext) => string): Effect =>
  async (context) => {
    const targets = await agentTargets(context);
    return targets.length > 0 && !targets.some(({ scrapePool }) => scrapePool.startsWith(job(context)));
  };

interface EndpointSlice {
  endpoints: { conditions: { ready?: boolean } }[] | null;
}

/** A Service leads to no pod that is ready. */
export const leadsNowhere =
  (service: Where): Effect =>
  async (context) => {
    const { cluster, namespace, name } = service(context);
    const selector = `kubernetes.io/service-name=${name}`;
    const text = await context.kubectl(cluster, [
      ...['get', 'endpointslices', '-n', namespace, '-l', selector, '-o', 'json'],
    ]);
    const { items } = JSON.parse(text) as { items: EndpointSlice[] };
    return !items
      .flatMap(({ endpoints }) => endpoints ?? [])
      .some(({ conditions }) => conditions.ready !== false);
  };

/** The pods of a workload are as its template says, and ready. */
export const isRolledOut =
  (kind: 'deployment' | 'statefulset', where: Where): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    const status = ['rollout', 'status', `${kind}/${name}`, '-n', namespace, '--watch=false'];
    return /(update|out) complete|successfully/.test(await context.kubectl(cluster, status));
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

/** All of them. */
export const allOf =
  (...effects: Effect[]): Effect =>
  async (context) => {
    for (const effect of effects) if (!(await effect(context))) return false;
    return true;
  };

const POLL_MS = 2000;

/** For a fault of several steps: waits for what the next one rests on. */
export async function waitFor(context: FaultContext, effect: Effect, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await effect(context).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`what the fault rests on did not come within ${seconds} s`);
    await sleep(POLL_MS);
  }
}

/** Nothing of the edge arrives any more, and its agent's log says why. */
export const edgeSilent = (...words: string[]): Effect =>
  allOf(
    silentFor(60, ({ edge }) => edge),
    anyOf(...words.map((text) => logSays(agentPods, text))),
  );

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
export const applicationPods: Where = ({ edge, names }) => ({
  cluster: edge,
  namespace: names.namespaces.application,
  name: names.workloads.application,
});
/** In a rendered lab. */
export const alertmanagerPods: Where = inHub(() => RENDERED.alertmanager);
