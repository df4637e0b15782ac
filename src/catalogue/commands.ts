import type { ComponentRef } from '../fleet/subjects.ts';
import type { RemedyContext } from './mode.ts';

/** A word as a POSIX shell takes it: quoted only where needed, so that commands stay readable. */
export function shellWord(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}

/** `kubectl` for the cluster and namespace of a component. */
export function kubectl(ref: Pick<ComponentRef, 'cluster' | 'namespace'>, ...words: string[]): string {
  const scope = [
    'kubectl',
    // A context whose name begins like a flag must not become one.
    ...(ref.cluster.startsWith('-') ? [`--context=${ref.cluster}`] : ['--context', ref.cluster]),
    ...(ref.namespace === null ? [] : ['-n', ref.namespace]),
  ];
  return [...scope, ...withoutValues(words)].map(shellWord).join(' ');
}

/** A Secret is described, whatever was to be shown of it: its values would stand in terminals, tickets and chats. */
function withoutValues(words: readonly string[]): readonly string[] {
  const [verb, ...rest] = words;
  const isSecret = rest.some((word) => /^secrets?(?:$|\/)/.test(word));
  const output = rest.findIndex((word) => /^(?:-o|--output)\b/.test(word));
  return verb === 'get' && isSecret && output >= 0 ? ['describe', ...rest.slice(0, output)] : words;
}

/** `kind/name` as kubectl takes it. */
export const resource = (ref: Pick<ComponentRef, 'kind' | 'name'>): string =>
  `${ref.kind.toLowerCase()}/${ref.name}`;

/** `kubectl logs` of the pod that the finding names, else of one pod of the workload. */
export function logs(component: ComponentRef, facts: RemedyContext['facts'], ...words: string[]): string {
  const isNamed = typeof facts.pod === 'string' && facts.pod !== '';
  const container = typeof facts.container === 'string' ? ['-c', facts.container] : [];
  return kubectl(
    component,
    'logs',
    isNamed ? `pod/${facts.pod}` : resource(component),
    ...container,
    ...words,
  );
}

/** How to see or edit what a part is configured by: its ConfigMap where the finding names it, else the workload. */
export function configCommand(component: ComponentRef, facts: RemedyContext['facts']): string {
  return typeof facts.configMap === 'string' && facts.configMap !== ''
    ? kubectl(component, 'edit', 'configmap', facts.configMap)
    : kubectl(component, 'get', resource(component), '-o', 'yaml');
}

/** Which keys a Secret has, and how long their values are; never the values, which would stand in terminals and tickets. */
export const secretKeys = (component: ComponentRef, name: string): string =>
  kubectl(component, 'describe', 'secret', name);

/** The workloads that a finding names in its fact `resources`, each as `kind/name`. */
export function clientsOf(facts: RemedyContext['facts']): string[] {
  return String(facts.resources ?? '')
    .split(',')
    .filter(Boolean);
}

/** Asks a writer for what it scrapes, with the last error of each target. */
export function scrapeTargets({ component, facts }: Pick<RemedyContext, 'component' | 'facts'>): string[] {
  const path = String(facts.targets ?? '/api/v1/namespaces/NAMESPACE/pods/WRITER:9090/proxy/api/v1/targets');
  const cluster = { cluster: component.cluster, namespace: null };
  return [kubectl(cluster, 'get', '--raw', `${path}?state=active`)];
}

/** Asks Query for the age of each cluster's last sample: the proof that samples arrive again. */
export const sampleAges = (context: RemedyContext): string[] =>
  askQuery(context, `time() - max by (${context.identityLabel}) (timestamp(up))`);

/** Asks Query for the value of an expression now; nothing where no Query is known. */
export function askQuery({ query }: Pick<RemedyContext, 'query'>, expression: string): string[] {
  if (query === null) return [];
  return [
    kubectl(
      { cluster: query.cluster, namespace: null },
      'get',
      '--raw',
      `${query.path}/api/v1/query?query=${encodeURIComponent(expression)}`,
    ),
  ];
}

/** Asks Query for the series that each job of a cluster makes, the most first. */
export function seriesByJob({ query, identityLabel }: RemedyContext): string[] {
  if (query === null) return [];
  const expression = `topk(10, sum by (${identityLabel}, job) (scrape_samples_post_metric_relabeling))`;
  return [
    kubectl(
      { cluster: query.cluster, namespace: null },
      'get',
      '--raw',
      `${query.path}/api/v1/query?query=${encodeURIComponent(expression)}`,
    ),
  ];
}
