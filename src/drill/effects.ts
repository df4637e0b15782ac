import { setTimeout as sleep } from 'node:timers/promises';
import { MedicError } from '../errors.ts';
import { sampleAges } from '../lab/pipeline/apply.ts';
import { RENDERED } from '../lab/pipeline/rendered/names.ts';
import { agentKind, type FaultContext } from './fault.ts';

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

interface Answer {
  data: { result: unknown[] };
  warnings?: string[];
}

const evaluate = (context: FaultContext, expression: string): Promise<Answer> =>
  askQuery(context, `/api/v1/query?query=${encodeURIComponent(expression)}`);

/** Query answers this expression with at least one sample. */
export const queryGives =
  (expression: (context: FaultContext) => string): Effect =>
  async (context) =>
    (await evaluate(context, expression(context))).data.result.length > 0;

/** Query answers this expression with nothing. */
export const queryLacks =
  (expression: (context: FaultContext) => string): Effect =>
  async (context) =>
    (await evaluate(context, expression(context))).data.result.length === 0;

/** Query answers this expression with a warning that says this. */
export const queryWarns =
  (text: string, expression: (context: FaultContext) => string): Effect =>
  async (context) =>
    ((await evaluate(context, expression(context))).warnings ?? []).some((line) => line.includes(text));

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

/** What Query gives for an expression, where it is one number. */
export async function queryNumber(context: FaultContext, expression: string): Promise<number> {
  const path = `/api/v1/query?query=${encodeURIComponent(expression)}`;
  const { data } = await askQuery<{ data: { result: { value: [number, string] }[] } }>(context, path);
  const [sample] = data.result;
  if (!sample) throw new Error(`Query has nothing for ${expression}`);
  return Number(sample.value[1]);
}

interface PodStatus {
  metadata: { name: string; uid: string; creationTimestamp: string; deletionTimestamp?: string };
  status: {
    phase: string;
    reason?: string;
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

/** The pods of a workload are so. */
export const podsAre =
  (where: Where, check: (pods: readonly PodStatus[]) => boolean): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    return check(await podsOf(context, cluster, namespace, name));
  };

/** The workload has this many pods, and all of them are ready. */
export const allReady = (where: Where, count: number): Effect =>
  podsAre(where, (pods) => pods.length === count && pods.every(isReady));

/** A pod of the workload runs and is not ready, and was made in the last two minutes. */
export const podStarts = (where: Where): Effect =>
  podsAre(where, (pods) =>
    pods.some(
      (pod) =>
        pod.status.phase === 'Running' &&
        !isReady(pod) &&
        pod.metadata.deletionTimestamp === undefined &&
        Date.now() - Date.parse(pod.metadata.creationTimestamp) < 120_000,
    ),
  );

/** All pods of the workload are ready, and none is older than this. */
export const readySince = (where: Where, seconds: number): Effect =>
  podsAre(
    where,
    (pods) =>
      pods.length > 0 &&
      pods.every(
        (pod) => isReady(pod) && Date.now() - Date.parse(pod.metadata.creationTimestamp) < seconds * 1000,
      ),
  );

/** An object, as kubectl gives it, is so; where there is none, it is not. */
export const objectIs =
  <T>(
    of: (context: FaultContext) => { cluster: string; kind: string; name: string; namespace?: string },
    check: (object: T) => boolean,
  ): Effect =>
  async (context) => {
    const { cluster, kind, name, namespace } = of(context);
    const words = [kind, name, ...(namespace === undefined ? [] : ['-n', namespace])];
    return check(JSON.parse(await context.kubectl(cluster, ['get', ...words, '-o', 'json'])) as T);
  };

/** A pod of the workload that is ready, and not about to end. */
export async function readyPod(context: FaultContext, where: Where): Promise<{ name: string; uid: string }> {
  const { cluster, namespace, name } = where(context);
  const pods = await podsOf(context, cluster, namespace, name);
  const pod = pods.find((one) => isReady(one) && one.metadata.deletionTimestamp === undefined);
  if (!pod) throw new Error(`no pod of ${name} is ready`);
  return pod.metadata;
}

/** The identities of a workload's pods. */
export async function podIds(context: FaultContext, where: Where): Promise<Set<string>> {
  const { cluster, namespace, name } = where(context);
  return new Set((await podsOf(context, cluster, namespace, name)).map(({ metadata }) => metadata.uid));
}

/** The names of a workload's pods. */
export async function podNames(context: FaultContext, where: Where): Promise<string[]> {
  const { cluster, namespace, name } = where(context);
  return (await podsOf(context, cluster, namespace, name)).map(({ metadata }) => metadata.name);
}

/** The workload's pods are others than those, and as many of them are ready. */
export const readyAnew =
  (where: Where, before: ReadonlySet<string>): Effect =>
  async (context) => {
    const { cluster, namespace, name } = where(context);
    const pods = await podsOf(context, cluster, namespace, name);
    return pods.length >= before.size && pods.every((pod) => isReady(pod) && !before.has(pod.metadata.uid));
  };

/** The workload has no pod left. */
export const noPods =
  (where: Where): Effect =>
  async (context) =>
    (await podIds(context, where)).size === 0;

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

/** What each pod of a workload answers, as JSON. */
export async function jsonOf<T>(
  context: FaultContext,
  where: Where,
  port: number,
  path: string,
): Promise<T[]> {
  return (await answersOf(context, where, port, path)).map((page) => JSON.parse(page) as T);
}

/** The values of a metric that the pods of a workload export; of the series whose labels have a text. */
export async function valuesOf(
  context: FaultContext,
  { where, port, metric, labels = '' }: { where: Where; port: number; metric: string; labels?: string },
): Promise<number[]> {
  const pages = await answersOf(context, where, port, '/metrics');
  return pages
    .flatMap((page) => page.split('\n'))
    .filter(
      (line) => (line.startsWith(`${metric} `) || line.startsWith(`${metric}{`)) && line.includes(labels),
    )
    .map((line) => Number(line.slice(line.lastIndexOf(' '))));
}

/** A series that the pods of a workload export is above this. */
export const exportsAbove =
  (above: number, series: Parameters<typeof valuesOf>[1]): Effect =>
  async (context) =>
    (await valuesOf(context, series)).some((value) => value > above);

/** A series that the pods of a part of Thanos export is above this (plain lab). */
export const thanosExports =
  (where: Where, metric: string, above: number): Effect =>
  (context) =>
    exportsAbove(above, { where, port: context.names.ports.http, metric })(context);

/** The mean of a histogram of a part of Thanos is above this (plain lab); of the series whose labels have a text. */
export const meanAbove =
  (where: Where, metric: string, above: number, labels = ''): Effect =>
  async (context) => {
    const port = context.names.ports.http;
    const total = async (of: 'sum' | 'count') =>
      (await valuesOf(context, { where, port, metric: `${metric}_${of}`, labels })).reduce(
        (a, b) => a + b,
        0,
      );
    return (await total('sum')) > above * (await total('count'));
  };

/** A series of the edge's agent about itself is above this; one whose labels have a text, if one is given. */
export const agentExports =
  (metric: string, above: number, labels: (context: FaultContext) => string = () => ''): Effect =>
  (context) =>
    exportsAbove(above, {
      where: agentPods,
      port: context.names.ports.agent,
      metric,
      labels: labels(context),
    })(context);

/** The configuration that the edge's agent finds in its file has this text (plain lab). */
export const agentFinds =
  (text: (context: FaultContext) => string): Effect =>
  async (context) => {
    const { cluster, namespace, name } = agentPods(context);
    const pod = ['exec', `${agentKind(context)}/${name}`, '-n', namespace, '-c', name];
    const file = await context.kubectl(cluster, [...pod, '--', 'cat', '/etc/prometheus/prometheus.yml']);
    return file.includes(text(context));
  };

/** The edge's agent took its configuration, also one that was changed, in the last so many seconds. */
export const agentLoadedWithin =
  (seconds: number): Effect =>
  async (context) => {
    const metric = 'prometheus_config_last_reload_success_timestamp_seconds';
    const loaded = await valuesOf(context, { where: agentPods, port: context.names.ports.agent, metric });
    return loaded.some((at) => Date.now() / 1000 - at < seconds);
  };

interface Target {
  scrapePool: string;
  health: string;
  lastError: string;
}

async function agentTargets(context: FaultContext): Promise<Target[]> {
  const path = '/api/v1/targets?state=active';
  const { agent } = context.names.ports;
  const pages = await jsonOf<{ data: { activeTargets: Target[] } }>(context, agentPods, agent, path);
  return pages.flatMap(({ data }) => data.activeTargets);
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
  ports: unknown[] | null;
  endpoints: { conditions: { ready?: boolean } }[] | null;
}

/** A Service leads to no pod that is ready, or to no port of one. */
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
      .flatMap(({ endpoints, ports }) => ((ports ?? []).length > 0 ? (endpoints ?? []) : []))
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

interface EventObject {
  message?: string;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  series?: { lastObservedTime?: string };
}

/** An event of the workload's namespace, of the last two minutes, says all of this. */
export const newEventSays =
  (where: Where, ...words: string[]): Effect =>
  async (context) => {
    const { cluster, namespace } = where(context);
    const text = await context.kubectl(cluster, ['get', 'events', '-n', namespace, '-o', 'json']);
    return (JSON.parse(text) as { items: EventObject[] }).items.some(
      ({ message = '', lastTimestamp, eventTime, series }) =>
        words.every((word) => message.includes(word)) &&
        Date.now() - Date.parse(series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? '') < 120_000,
    );
  };

/** A node is not Ready, or nobody knows. */
export const nodeNotReady =
  (node: (context: FaultContext) => { cluster: string; name: string }): Effect =>
  async (context) => {
    const { cluster, name } = node(context);
    const ready = 'jsonpath={.status.conditions[?(@.type=="Ready")].status}';
    return (await context.kubectl(cluster, ['get', 'node', name, '-o', ready])) !== 'True';
  };

/** The words with which kubectl fails; none where it does not. */
export const refusalOf = (context: FaultContext, cluster: string, args: readonly string[]): Promise<string> =>
  context.kubectl(cluster, args).then(
    () => '',
    (error: unknown) => (error instanceof MedicError ? String(error.params.detail) : String(error)),
  );

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

/** Asked again after a longer pause, it is another fault's trial. */
const PAUSE_MS = 100_000;

/** It has been so for a while: for what is only a fault where it lasts. */
export function lasting(seconds: number, effect: Effect): Effect {
  let since = Number.POSITIVE_INFINITY;
  let asked = 0;
  return async (context) => {
    const isNew = Date.now() - asked > PAUSE_MS;
    const shows = await effect(context).catch(() => false);
    asked = Date.now();
    if (!shows) since = Number.POSITIVE_INFINITY;
    else if (isNew || since > asked) since = asked;
    return asked - since >= seconds * 1000;
  };
}

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
export const objectStorePods: Where = ({ hub, names }) => ({
  cluster: hub,
  namespace: names.namespaces.storage,
  name: names.workloads.objectStore,
});
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
/** The DNS of the edge. */
export const dnsPods: Where = ({ edge, names }) => ({
  cluster: edge,
  namespace: names.namespaces.dns,
  name: names.workloads.dns,
});
/** In a rendered lab. */
export const alertmanagerPods: Where = inHub(() => RENDERED.alertmanager);
export const frontendPods: Where = inHub(() => RENDERED.queryFrontend);
export const memcachedPods: Where = inHub(() => RENDERED.memcached);
export const routerPods: Where = inHub(() => RENDERED.router);
export const rulerPods: Where = inHub(() => RENDERED.ruler);
/** The edge's operator. */
export const operatorPods: Where = ({ edge, names }) => ({
  cluster: edge,
  namespace: names.namespaces.pipeline,
  name: RENDERED.operator,
});
