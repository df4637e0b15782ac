import { at, isRecord, list, text, texts } from '../../evidence/json.ts';
import { softwareOf } from './images.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { customResourceOf, prometheusYaml } from './prometheus-yaml.ts';
import type { SeenCluster, World } from './world.ts';
import { writerOf } from './writers.ts';

/** What is scraped besides applications, and from where monitors are taken. */
export function monitorSettings(world: World): Noted[] {
  return world.clusters.flatMap((cluster) => {
    const writer = writerOf(world, cluster)?.writer;
    if (!writer) return [];
    return [
      exporter(world, cluster, 'nodeExporter'),
      exporter(world, cluster, 'kubeStateMetrics'),
      ...kubelet(writer),
      ...namespaces(cluster, writer),
    ].flat();
  });
}

function exporter(
  world: World,
  { context, blind }: SeenCluster,
  field: 'nodeExporter' | 'kubeStateMetrics',
): Noted[] {
  const path = ['monitors', field];
  const part = world.parts('exporter', context).find((candidate) => softwareOf(candidate) === field);
  if (part) return [seen(path, true, inPart(part, 'image'))];
  return blind ? [] : [seen(path, false, { cluster: context, object: context, field })];
}

/** A job of the kubelets: by its name, by pages that only they have, or by targets that are nodes. */
function kubelet(writer: Part): Noted[] {
  const path = ['monitors', 'kubelet'];
  const yaml = prometheusYaml(writer);
  if ('why' in yaml) return [untold(path, yaml.why, writer.cluster.name)];
  const isKubelet = (job: unknown) =>
    /kubelet|cadvisor/.test(text(job, 'job_name') ?? '') ||
    (text(job, 'metrics_path') ?? '').includes('/metrics/cadvisor') ||
    list(job, 'kubernetes_sd_configs').some((one) => text(one, 'role') === 'node');
  const found = list(yaml.config, 'scrape_configs').find(isKubelet);
  return [seen(path, found !== undefined, inPart(writer, 'scrape_configs'))];
}

/** The label that every namespace has its name in. */
const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Only an operator takes monitors; without one there is nothing to say. */
function namespaces({ context }: SeenCluster, writer: Part): Noted[] {
  const resource = customResourceOf(writer);
  if (!resource) return [];
  const path = ['monitors', 'namespaces'];
  const { look, object } = resource;
  if (!look.seen) return [untold(path, look.reason, context)];
  if (!object) return [untold(path, 'not-visible', context)];
  const field = 'serviceMonitorNamespaceSelector';
  const where = inPart(writer, `spec.${field}`);
  const selector = at(object.spec, field);
  // Without a selector it is the resource's own namespace; an empty one takes all.
  const own = object.meta.namespace ?? '';
  if (!isRecord(selector)) return [seen(path, [own], where)];
  if (Object.keys(selector).length === 0) return [seen(path, null, where)];
  const [expression, ...more] = list(selector, 'matchExpressions');
  const isByName =
    more.length === 0 &&
    at(selector, 'matchLabels') === undefined &&
    text(expression, 'key') === NAME_LABEL &&
    text(expression, 'operator') === 'In';
  if (!isByName) return [untold(path, 'not-expressible', context, JSON.stringify(selector))];
  const values = texts(expression, 'values');
  // The pipeline's own namespace is always among them.
  const others = values.filter((value) => value !== own);
  return [seen(path, others, where, [values])];
}
