import { podKey } from '../../evidence/evidence.ts';
import type { PrometheusConfig } from '../../evidence/prometheus-config.ts';
import { runningConfigOf } from '../../evidence/views.ts';
import { flagValue, flagValues } from '../../fleet/flags.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote } from '../finding.ts';
import { note } from '../notes.ts';
import { isStoreOf } from './stores.ts';

/** Whether Query deduplicates by the labels in which the replicas of one part differ. */
export const deduplication: FindingRule = {
  name: 'query/deduplication',
  look: (context) => context.index.byRole('query').flatMap((query) => look(context, query)),
};

type Labels = Readonly<Record<string, string>>;

/** Replicas of one part, with the labels that each of them adds. */
interface Replicas {
  name: string;
  labels: Labels[];
}

function look(context: FindingContext, query: Component): Finding[] {
  // A Query whose stores are other Queries leaves that to them, or does it again: both are fine.
  if (query.args.length === 0) return [];
  const known = new Set(replicaLabels(query));
  const looks = context.pods(query).flatMap((pod) => context.clusterOf(query).stores.get(podKey(pod)) ?? []);
  const seen = looks.find((one) => one.seen);
  if (!seen?.seen) return [];
  const ofStores = context.fleet.components.flatMap((component): Replicas[] => {
    if (!holdsCopies(component)) return [];
    const own = seen.value.filter((store) => isStoreOf(context, component, store));
    return [{ name: component.ref.name, labels: own.flatMap(({ labelSets }) => labelSets.slice(0, 1)) }];
  });
  const missing = [...ofStores, ...writers(context)].flatMap(({ name, labels }) => {
    const label = distinguishing(labels);
    return label === null || label === context.fleet.identityLabel || known.has(label)
      ? []
      : [{ name, label }];
  });
  const [first] = missing;
  if (!first) return [absent('replicas-not-deduplicated', query.ref)];
  const labels = [...new Set(missing.map(({ label }) => label))].join(', ');
  const words = note('replicas-differ', {
    ...{ name: first.name, label: first.label },
    labels: known.size === 0 ? note('none', {}) : [...known].join(', '),
  });
  return [
    present('replicas-not-deduplicated', query.ref, {
      evidence: [quote(seen.source, words)],
      facts: { labels },
    }),
  ];
}

/** Since 0.37 a flag may hold several (thanos CHANGELOG, #7855). */
export function replicaLabels({ args, image }: Pick<Component, 'args' | 'image'>): string[] {
  const values = flagValues(args, '--query.replica-label');
  const older = /:v?0\.(\d{1,3})\./.exec(image);
  return older && Number(older[1]) < 37 ? values : values.flatMap((value) => value.split(','));
}

/** Receives hold copies of the same samples only where they replicate; sidecars of one Prometheus always do. */
function holdsCopies({ role, args }: Component): boolean {
  if (role === 'sidecar') return true;
  return role === 'receive' && Number(flagValue(args, '--receive.replication-factor') ?? '1') > 1;
}

/**
 * Agents and Prometheus in several replicas, each with its external labels. Those that share the targets among
 * themselves (by a hash, or one on each node) hold no copies.
 */
function writers(context: FindingContext): Replicas[] {
  return (['agent', 'prometheus'] as const)
    .flatMap((role) => context.index.byRole(role))
    .filter(({ ref }) => ref.kind !== 'DaemonSet')
    .map((writer) => ({
      name: writer.ref.name,
      labels: context.pods(writer).flatMap((pod) => {
        const config = runningConfigOf(context.clusterOf(writer), pod)?.value;
        return config && config.remoteWrite.length > 0 && !isSharded(config) ? [config.externalLabels] : [];
      }),
    }));
}

const isSharded = ({ scrapeJobs, metricRelabel, remoteWrite }: PrometheusConfig): boolean =>
  [
    ...scrapeJobs.map(({ relabel }) => relabel),
    ...metricRelabel.values(),
    ...remoteWrite.map(({ relabel }) => relabel),
  ]
    .flat()
    .some(({ action }) => action === 'hashmod');

/** The one label in which all of them differ; `null` where they are alike or differ in more. */
export function distinguishing(sets: readonly Labels[]): string | null {
  const [first, ...others] = sets;
  if (!first || others.length === 0) return null;
  const names = [...new Set(sets.flatMap(Object.keys))];
  const differing = names.filter((name) => others.some((labels) => labels[name] !== first[name]));
  const [only] = differing;
  if (only === undefined || differing.length > 1) return null;
  const values = sets.map((labels) => labels[only]);
  return values.every((value) => value !== undefined) && new Set(values).size === values.length ? only : null;
}
