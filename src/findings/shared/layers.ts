import { podKey } from '../../evidence/evidence.ts';
import { at, list, text } from '../../evidence/json.ts';
import { lastChange, type ObjectMeta } from '../../evidence/kubernetes/meta.ts';
import type { Blind, Look, Source } from '../../evidence/look.ts';
import { labelMap, type PrometheusConfig } from '../../evidence/prometheus-config.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { configFileOf, configIn, flagFileOrigin, runningUnseen } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { onceForBoth } from '../../fleet/once.ts';
import { ageSeconds, type FindingContext } from '../context.ts';

/** An operator follows within seconds; the kubelet brings the file within two minutes, the reloader takes it. */
const FOLLOWING_SECONDS = 180;

/** What an object says that a writer should do; `null` for what this kind of object does not tell. */
interface Wanted {
  urls: readonly string[];
  labels: Readonly<Record<string, string>>;
  jobs: readonly string[] | null;
}

/** An object that a writer's configuration is made of. */
export interface Layer {
  kind: 'ConfigMap' | 'Prometheus' | 'PrometheusAgent';
  meta: ObjectMeta;
  source: Source;
  wanted: Wanted;
}

/** What an object has said for longer than it takes to follow, and does not run. */
export interface Gap {
  layer: Layer;
  lacks: { urls: string[]; labels: string[]; jobs: string[] };
  pod: string;
  running: Source;
}

export type Compared =
  | { state: 'same' }
  | { state: 'gap'; gap: Gap }
  | { state: 'unseen'; why: BlindReason }
  /** There is no object that could be read: a Secret, a file of the image. */
  | { state: 'none' };

/** The running configuration of a writer against the object that it is made of. */
export const compareLayers = onceForBoth((context: FindingContext, component: Component): Compared => {
  const layer = layerOf(context, component);
  if (layer === null) return { state: 'none' };
  if ('seen' in layer) return { state: 'unseen', why: layer.reason };
  const cluster = context.clusterOf(component);
  const why = runningUnseen(cluster, component);
  if (why !== null) return { state: 'unseen', why };
  const age = ageSeconds(context, lastChange(layer.meta)?.at ?? layer.meta.createdAt);
  if (age !== null && age < FOLLOWING_SECONDS) return { state: 'same' };
  for (const pod of context.pods(component)) {
    const look = cluster.runningConfigs.get(podKey(pod));
    const config = look?.seen ? configIn(look, look.value) : null;
    if (!look?.seen || !config) continue;
    const lacks = lackingIn(config, layer.wanted);
    if (Object.values(lacks).some(({ length }) => length > 0))
      return { state: 'gap', gap: { layer, lacks, pod: pod.meta.name, running: look.source } };
  }
  return { state: 'same' };
});

/** Whether what is wrong with a writer's running configuration is that the object's is not running. */
export function runsOld(context: FindingContext, component: Component, what: 'urls' | 'labels'): boolean {
  const compared = compareLayers(context, component);
  return compared.state === 'gap' && compared.gap.lacks[what].length > 0;
}

export const layerName = ({ kind, meta }: Layer): string => `${kind} ${meta.namespace}/${meta.name}`;

/** What is lacking, as the configuration says it. */
export const gapWords = ({ lacks: { urls, labels, jobs } }: Gap): string =>
  [
    ...urls.map((url) => `remote_write ${url}`),
    ...labels.map((label) => `external_labels ${label}`),
    ...jobs.map((job) => `job ${job}`),
  ]
    .join(', ')
    .slice(0, 300);

function layerOf(context: FindingContext, component: Component): Layer | Blind | null {
  const owner = context.workload(component)?.workload.meta.owner;
  if (owner?.kind === 'PrometheusAgent' || owner?.kind === 'Prometheus')
    return resourceOf(context, component, { kind: owner.kind, name: owner.name });
  return fileOf(context, component);
}

function fileOf(context: FindingContext, component: Component): Layer | Blind | null {
  const cluster = context.clusterOf(component);
  const origin = flagFileOrigin(cluster, component, '--config.file')?.origin;
  if (origin?.from !== 'configMap') return null;
  const look: Look<unknown> | undefined = cluster.configMaps.get(`${component.ref.namespace}/${origin.name}`);
  if (look && !look.seen) return look;
  const file = configFileOf(cluster, component, '--config.file');
  const config = file && configIn(file.look.value.data, file.content);
  if (!file || !config) return null;
  const { meta } = file.look.value;
  const urls = config.remoteWrite.map(({ url }) => url);
  const wanted = { urls, labels: config.externalLabels, jobs: config.jobs };
  return { kind: 'ConfigMap', meta, source: file.look.source, wanted };
}

function resourceOf(
  context: FindingContext,
  component: Component,
  { kind, name }: { kind: 'Prometheus' | 'PrometheusAgent'; name: string },
): Layer | Blind | null {
  const plural = kind === 'Prometheus' ? 'prometheuses' : 'prometheusagents';
  const look = context.clusterOf(component).monitoring.get(plural);
  if (!look) return null;
  if (!look.seen) return look;
  const object = look.value.find(
    ({ meta }) => meta.name === name && meta.namespace === component.ref.namespace,
  );
  // Paused: nobody is to follow it.
  if (!object || at(object.spec, 'paused') === true) return null;
  const urls = list(object.spec, 'remoteWrite').flatMap((item) => text(item, 'url') ?? []);
  const wanted = { urls, labels: labelMap(at(object.spec, 'externalLabels')), jobs: null };
  return { kind, meta: object.meta, source: look.source, wanted };
}

function lackingIn(running: PrometheusConfig, wanted: Wanted): Gap['lacks'] {
  const urls = running.remoteWrite.map(({ url }) => placeOf(url));
  return {
    urls: wanted.urls.filter((url) => isLiteral(url) && !urls.includes(placeOf(url))),
    labels: Object.entries(wanted.labels)
      .filter(([name, value]) => isLiteral(value) && running.externalLabels[name] !== value)
      .map(([name, value]) => `${name}: ${value}`),
    jobs: (wanted.jobs ?? []).filter((job) => !running.jobs.includes(job)),
  };
}

/** A placeholder that something else fills in tells nothing about what runs. */
const isLiteral = (value: string): boolean => !/\$\(|\$\{|\$\w/.test(value);

/** A URL without what is hidden of it where it runs: user and password, values of a query. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
