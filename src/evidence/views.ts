import { flagValue } from '../fleet/flags.ts';
import { type Component, group } from '../fleet/fleet.ts';
import { once } from '../fleet/once.ts';
import { type ClusterEvidence, podKey } from './evidence.ts';
import { fileOrigin } from './kubernetes/files.ts';
import type { ObjectMeta } from './kubernetes/meta.ts';
import type { Claim, ConfigMap, Workload } from './kubernetes/objects.ts';
import type { Pod, PodSpec } from './kubernetes/pods.ts';
import { bytesOf } from './kubernetes/quantities.ts';
import { type Seen, type Source, seenOr } from './look.ts';
import { type PrometheusConfig, readPrometheusConfig } from './prometheus-config.ts';
import type { BlindReason } from './transport.ts';

/** What the evidence has of one component: its pods, its workload, the files that it reads. */

export function podsOf(cluster: ClusterEvidence, { ref, pods }: Component): Pod[] {
  return (podsByNamespace(cluster).get(ref.namespace ?? '') ?? []).filter(({ meta }) =>
    pods.includes(meta.name),
  );
}

const podsByNamespace = once((cluster: ClusterEvidence) =>
  group(seenOr(cluster.pods, []), ({ meta }) => meta.namespace ?? ''),
);

/** The claims that a component's pods mount. */
export function claimsOf(cluster: ClusterEvidence, component: Component): Claim[] {
  const names = new Set(
    podsOf(cluster, component).flatMap(({ spec }) => spec.volumes.flatMap(({ claim }) => claim ?? [])),
  );
  return seenOr(cluster.claims, []).filter(
    ({ meta }) => meta.namespace === component.ref.namespace && names.has(meta.name),
  );
}

/** Claims that are smaller than the template from which they were made: it was raised, and they were not. */
export function grownTemplates(
  workload: Workload,
  claims: readonly Claim[],
): { claim: Claim; wanted: string }[] {
  return workload.claims.flatMap(({ name, size }) =>
    claims
      .filter(({ meta }) => meta.name.startsWith(`${name}-${workload.meta.name}-`))
      .filter((claim) => (bytesOf(size) ?? 0) > (bytesOf(claim.size) ?? Number.POSITIVE_INFINITY))
      .map((claim) => ({ claim, wanted: size ?? '' })),
  );
}

export function workloadOf(
  cluster: ClusterEvidence,
  component: Component,
): { workload: Workload; source: Source } | null {
  const { kind, namespace, name } = component.ref;
  return workloads(cluster).get(`${kind}/${namespace}/${name}`) ?? null;
}

const workloads = once(
  ({ deployments, statefulSets, daemonSets }: ClusterEvidence) =>
    new Map(
      [deployments, statefulSets, daemonSets].flatMap((look) =>
        seenOr(look, []).map((workload) => {
          const { namespace, name } = workload.meta;
          return [`${workload.kind}/${namespace}/${name}`, { workload, source: look.source }] as const;
        }),
      ),
    ),
);

/** The pod template of a component's workload, or the spec of one of its pods. */
export function podSpecOf(cluster: ClusterEvidence, component: Component): PodSpec | null {
  return workloadOf(cluster, component)?.workload.pod ?? podsOf(cluster, component)[0]?.spec ?? null;
}

/** Where the file that a flag names comes from; `null` if the flag is not given. */
export function flagFileOrigin(cluster: ClusterEvidence, component: Component, flag: string) {
  const path = flagValue(component.args, flag);
  const spec = podSpecOf(cluster, component);
  const container = spec?.containers.find(({ name }) => name === component.container);
  return path === null || !spec || !container ? null : { path, origin: fileOrigin(spec, container, path) };
}

export interface ConfigFile {
  content: string;
  look: Seen<ConfigMap>;
  key: string;
}

/** Content of a file that a component reads, where it comes from a ConfigMap that could be seen. */
export function configFileOf(
  cluster: ClusterEvidence,
  component: Component,
  flag: string,
): ConfigFile | null {
  const origin = flagFileOrigin(cluster, component, flag)?.origin;
  if (origin?.from !== 'configMap') return null;
  const look = cluster.configMaps.get(`${component.ref.namespace}/${origin.name}`);
  const content = look?.seen ? look.value.data[origin.key] : undefined;
  return look?.seen && content !== undefined ? { content, look, key: origin.key } : null;
}

/** A Prometheus' configuration, with the layer that it was read from. */
export interface SeenConfig {
  config: PrometheusConfig;
  /** `running`: what the process says; `file`: what its ConfigMap holds. */
  layer: 'running' | 'file';
  source: Source;
  /** The ConfigMap, where there is one: it tells who changed it and when. */
  object: { meta: ObjectMeta; key: string } | null;
}

/**
 * The configuration of an Agent or Prometheus: what runs, where the process answers, else what its ConfigMap
 * holds. `null` where neither could be seen or read.
 */
export function prometheusConfigOf(cluster: ClusterEvidence, component: Component): SeenConfig | null {
  const file = configFileOf(cluster, component, '--config.file');
  const object = file ? { meta: file.look.value.meta, key: file.key } : null;
  for (const pod of podsOf(cluster, component)) {
    const look = runningConfigOf(cluster, pod);
    if (look) return { config: look.value, layer: 'running', source: look.source, object };
  }
  const config = file ? configIn(file.look.value.data, file.content) : null;
  return file && config && { config, layer: 'file', source: file.look.source, object };
}

/** What the process of a pod says that it runs with; `null` where it does not answer, or no sense can be made of it. */
export function runningConfigOf(cluster: ClusterEvidence, pod: Pod): Seen<PrometheusConfig> | null {
  const look = cluster.runningConfigs.get(podKey(pod));
  const config = look?.seen ? configIn(look, look.value) : null;
  return look?.seen && config ? { ...look, value: config } : null;
}

/**
 * Why nobody could see with what configuration a component runs; `null` where one of its pods told, or where none was
 * there to be asked.
 */
export function runningUnseen(cluster: ClusterEvidence, component: Component): BlindReason | null {
  if (!cluster.pods.seen) return cluster.pods.reason;
  const looks = podsOf(cluster, component).flatMap((pod) => cluster.runningConfigs.get(podKey(pod)) ?? []);
  const [first] = looks.some(({ seen }) => seen) ? [] : looks;
  return first && !first.seen ? first.reason : null;
}

/** Configurations that were read, by the evidence that holds them: every rule asks for them again. */
const read = new WeakMap<object, Map<string, PrometheusConfig | null>>();

/** A configuration in an answer or an object, read once; `null` if it is no YAML mapping. */
export function configIn(owner: object, content: string): PrometheusConfig | null {
  const known = read.get(owner) ?? new Map<string, PrometheusConfig | null>();
  read.set(owner, known);
  let config = known.get(content);
  if (config === undefined) {
    config = readPrometheusConfig(content);
    known.set(content, config);
  }
  return config;
}
