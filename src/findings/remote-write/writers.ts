import { podKey } from '../../evidence/evidence.ts';
import type { Pod } from '../../evidence/kubernetes/pods.ts';
import type { Source } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import { runningConfigOf } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { ageSeconds } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact, newest } from '../shared/changes.ts';
import { compileRules, relabel } from '../shared/relabel.ts';
import { scalingOf } from '../shared/scaling.ts';

/** An update starts the new pod before the old one has ended: two this young are no fault. */
const SETTLED_SECONDS = 180;
/** Pods of one revision are not those of an update: so many are wanted. */
const WANTED_SECONDS = 60;
const MAX_TARGETS = 500;

/** Whether two writers of one cluster send the same series with the same labels. */
export const writers: FindingRule = {
  name: 'remote-write/writers',
  look: (context) => context.fleet.clusters.flatMap(({ name }) => look(context, name)),
};

interface Sender {
  component: Component;
  pod: Pod;
  source: Source;
  /** What `up` of each target is called where it arrives, with the place and the tenant. */
  series: ReadonlySet<string>;
}

function look(context: FindingContext, cluster: string): Finding[] {
  const components = (['agent', 'prometheus'] as const).flatMap((role) =>
    context.index.byRole(role, cluster),
  );
  const list = context.cluster(cluster)?.pods;
  if (list && !list.seen) return components.map(({ ref }) => unknown('writers-identical', ref, list.reason));
  const settled = components.flatMap((component) =>
    settledOf(context, component).map((pod) => ({ component, pod })),
  );
  if (settled.length < 2)
    return components.map(({ ref }) => absent('writers-identical', ref, { facts: { count: 1 } }));
  const senders = settled.flatMap((one) => senderOf(context, one) ?? []);
  const blind = settled.flatMap(({ component, pod }) => blindness(context, component, pod) ?? []);
  return components.map((component) => {
    const finding = findingOf(context, component, senders);
    const [why] = blind;
    return finding.state === 'absent' && why !== undefined
      ? unknown('writers-identical', component.ref, why)
      : finding;
  });
}

/** Why it could not be seen what one of several writers sends. */
function blindness(context: FindingContext, component: Component, pod: Pod): BlindReason | null {
  const { runningConfigs, targets } = context.clusterOf(component);
  const looks = [runningConfigs.get(podKey(pod)), targets.get(podKey(pod))];
  const blind = looks.find((look) => look && !look.seen);
  return blind && !blind.seen ? blind.reason : null;
}

function settledOf(context: FindingContext, component: Component): Pod[] {
  const ready = context.pods(component).filter(({ ready: isReady, meta }) => isReady && !meta.deletingSince);
  return ready.filter((pod) => {
    const age = ageSeconds(context, pod.meta.createdAt) ?? 0;
    const revision = revisionOf(pod);
    const isTwin = ready.some(
      (other) => other !== pod && revision !== null && revisionOf(other) === revision,
    );
    return age > (isTwin ? WANTED_SECONDS : SETTLED_SECONDS);
  });
}

/** Which version of its workload's template a pod was made from. */
const revisionOf = ({ meta }: Pod): string | null =>
  meta.labels['controller-revision-hash'] ?? meta.labels['pod-template-hash'] ?? null;

/** Two replicas are one component's fault; of two components it is that of the one that came later. */
function findingOf(context: FindingContext, component: Component, senders: readonly Sender[]): Finding {
  const own = senders.filter((sender) => sender.component === component);
  const earlier = senders.filter((sender) => sender.component !== component && isBefore(sender, own[0]));
  const pairs = own.flatMap((one, index) =>
    [...own.slice(index + 1), ...earlier].flatMap((other) => {
      const common = [...one.series].filter((name) => other.series.has(name));
      return common.length > 0 ? [{ one, other, common }] : [];
    }),
  );
  const [pair] = pairs;
  if (!pair) return absent('writers-identical', component.ref, { facts: { count: 1 } });
  const pods = new Set(pairs.flatMap(({ one, other }) => [one.pod.meta.name, other.pod.meta.name]));
  const change = newest([configChange(context, component), scalingOf(context, component)]);
  const words = note('writers-same', {
    ...{ pods: [...pods].join(', '), count: pair.common.length, example: pair.common[0] ?? '–' },
  });
  return present('writers-identical', component.ref, {
    evidence: [quote(pair.one.source, words)],
    facts: { count: pods.size, other: pair.other.component.ref.name, ...configMapFact(context, component) },
    change,
    since: change?.at ?? null,
  });
}

function isBefore({ pod, component }: Sender, than: Sender | undefined): boolean {
  const key = (one: Pod, of: Component) => `${one.meta.createdAt} ${of.key}`;
  return than !== undefined && key(pod, component) < key(than.pod, than.component);
}

function senderOf(
  context: FindingContext,
  { component, pod }: { component: Component; pod: Pod },
): Sender | null {
  const cluster = context.clusterOf(component);
  const look = runningConfigOf(cluster, pod);
  const targets = cluster.targets.get(podKey(pod));
  if (!look || !targets?.seen) return null;
  const { externalLabels, remoteWrite } = look.value;
  // A placeholder that something else fills in tells nothing about what is sent.
  if (Object.values(externalLabels).some((value) => /\$\(|\$\{/.test(value))) return null;
  const series = remoteWrite.flatMap(({ url, tenant, relabel: rules }) => {
    const compiled = compileRules(rules);
    return targets.value.slice(0, MAX_TARGETS).flatMap(({ labels }) => {
      const sent = relabel(compiled, { ...externalLabels, ...labels, __name__: 'up' });
      return sent === null ? [] : [`${url} ${tenant} ${nameOf(sent)}`];
    });
  });
  return { component, pod, source: look.source, series: new Set(series) };
}

const nameOf = (labels: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
