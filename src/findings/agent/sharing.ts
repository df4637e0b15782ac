import { seenOr } from '../../evidence/look.ts';
import { runningUnseen, type SeenConfig } from '../../evidence/views.ts';
import { type Component, group } from '../../fleet/fleet.ts';
import { subjectKey } from '../../fleet/subjects.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { configChange, configMapFact } from '../shared/changes.ts';

/** Whether writers of two clusters send to one place under one identity. */
export const sharing: FindingRule = {
  name: 'agent/sharing',
  look: (context) => {
    const all = context.fleet.components.filter(({ role }) => role === 'agent' || role === 'prometheus');
    const writers = all.flatMap((component) => writerOf(context, component) ?? []);
    const sharers = group(writers, ({ identity }) => identity);
    const seen = valuesSeen(context);
    // Where all have one value, they are told apart by something else, if at all.
    const found = [...sharers].flatMap(([identity, some]) =>
      findingOf(context, some, sharers.size > 1 || [...seen].some((value) => value !== identity)),
    );
    return [...found, ...untold(context, all, found)];
  },
};

/** Values of the label that samples of late have or had: what a cluster was called until a moment ago is among them. */
function valuesSeen({ evidence }: FindingContext): Set<string> {
  const ages = [...evidence.clusters.values()].flatMap(({ sampleAges }) =>
    [...sampleAges.values()].flatMap((look) => seenOr(look, [])),
  );
  return new Set(ages.flatMap(({ identity }) => identity ?? []));
}

/** A writer whose labels nobody could see may have the name of any other. */
function untold(
  context: FindingContext,
  writers: readonly Component[],
  found: readonly Finding[],
): Finding[] {
  const [why] = writers.flatMap((writer) => {
    const cluster = context.clusterOf(writer);
    return context.prometheusConfig(writer) === null ? (runningUnseen(cluster, writer) ?? []) : [];
  });
  if (why === undefined || new Set(writers.map(({ ref }) => ref.cluster)).size < 2) return [];
  const told = new Set(found.map(({ subject }) => subjectKey(subject)));
  return writers.filter(({ key }) => !told.has(key)).map(({ ref }) => unknown('identity-shared', ref, why));
}

interface Writer {
  component: Component;
  identity: string;
  seen: SeenConfig;
}

function writerOf(context: FindingContext, component: Component): Writer | null {
  const seen = context.prometheusConfig(component);
  const identity = seen?.config.externalLabels[context.fleet.identityLabel];
  return seen && identity !== undefined && seen.config.remoteWrite.length > 0
    ? { component, identity, seen }
    : null;
}

function findingOf(context: FindingContext, sharers: readonly Writer[], othersDiffer: boolean): Finding[] {
  const clusters = [...new Set(sharers.map(({ component }) => component.ref.cluster))];
  const [first, second] = clusters;
  if (first === undefined || second === undefined) return [];
  if (clusters.some((one) => clusters.some((other) => one < other && isSame(context, one, other)))) return [];
  if (!sendsToOnePlace(context, sharers)) return [];
  const labels = new Set(sharers.map(({ seen }) => JSON.stringify(ownLabels(seen.config.externalLabels))));
  if (!othersDiffer && labels.size > 1) return [];
  return atFault(context, sharers).map((writer) => {
    const { component, identity } = writer;
    const others = clusters.filter((name) => name !== component.ref.cluster).join(', ');
    const label = context.fleet.identityLabel;
    const change = configChange(context, component);
    return present('identity-shared', component.ref, {
      evidence: sharers.map((sharer) =>
        quote(sharer.seen.source, `global.external_labels: ${label}: ${sharer.identity}`),
      ),
      facts: { label, identity, others, ...configMapFact(context, component) },
      since: change?.at ?? null,
      change,
    });
  });
}

/** Labels that tell replicas of one cluster apart are none of its identity. */
const ownLabels = (labels: Record<string, string>) =>
  Object.entries(labels)
    .filter(([key]) => !key.includes('replica'))
    .sort();

/** Two contexts may lead to one cluster: then they show the same pods. */
function isSame(context: FindingContext, one: string, other: string): boolean {
  const ids = (name: string) =>
    seenOr(context.cluster(name)?.pods, []).flatMap(({ meta }) => (meta.uid === '' ? [] : meta.uid));
  const known = new Set(ids(one));
  return ids(other).some((id) => known.has(id));
}

function sendsToOnePlace(context: FindingContext, sharers: readonly Writer[]): boolean {
  const places = sharers.map(({ component }) => ({
    cluster: component.ref.cluster,
    ends: context.index
      .linksFrom(component.key, 'remote-write')
      .flatMap(({ to, address }) => [
        typeof to === 'string' ? to : to.host,
        ...(address === null ? [] : [address.host]),
      ]),
  }));
  return places.some((one) =>
    places.some((other) => one.cluster !== other.cluster && one.ends.some((end) => other.ends.includes(end))),
  );
}

/** Whose name it is not, or who took it last. */
function atFault(context: FindingContext, sharers: readonly Writer[]): Writer[] {
  const { identity } = sharers[0] as Writer;
  const strangers = sharers.filter(({ component }) => component.ref.cluster !== identity);
  if (strangers.length < sharers.length) return strangers;
  const dated = sharers
    .map((writer) => ({ writer, at: configChange(context, writer.component)?.at ?? '' }))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return dated.slice(0, 1).map(({ writer }) => writer);
}
