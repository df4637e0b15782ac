import type { CustomResource } from '../../evidence/kubernetes/custom-resources.ts';
import { lastChange } from '../../evidence/kubernetes/meta.ts';
import type { KubernetesEvent } from '../../evidence/kubernetes/objects.ts';
import { type Source, seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { type Note, note, type Words } from '../notes.ts';
import { tellingWords } from '../shared/log-texts.ts';
import { reconciliationOf } from '../shared/reconciled.ts';

const TYPE = 'custom-resource-rejected';

/** Whether a running operator refuses a resource, or could not make of one what should run. */
export const resources: FindingRule = {
  name: 'operator/resources',
  look: (context) =>
    context.fleet.components
      .filter(({ role, pods }) => role === 'operator' && pods.length > 0)
      .flatMap((operator) => look(context, operator)),
};

function look(context: FindingContext, operator: Component): Finding[] {
  const cluster = context.clusterOf(operator);
  const lists = [...cluster.customResources];
  for (const [plural, list] of lists) {
    for (const resource of seenOr(list, [])) {
      const words = failureOf(resource) ?? behindOf(context, operator, resource);
      if (words !== null)
        return [rejected(operator, { plural, ...resource.meta, words, source: list.source, since: null })];
    }
  }
  const metrics = [...cluster.operatorMetrics.values()];
  const counts = metrics.flatMap((list) =>
    list.seen ? list.value.samples('prometheus_operator_managed_resources') : [],
  );
  const refused = counts.find(({ labels, value }) => labels.state === 'rejected' && value > 0);
  if (!refused) {
    const blind = metrics.find((list) => !list.seen);
    return [blind && !blind.seen ? unknown(TYPE, operator.ref, blind.reason) : absent(TYPE, operator.ref)];
  }
  const { resource = '' } = refused.labels;
  const event = eventOf(seenOr(cluster.events, []), resource);
  if (event)
    return [
      rejected(operator, {
        ...{ plural: event.object.kind.toLowerCase(), name: event.object.name },
        ...{ namespace: event.object.namespace, words: event.message },
        ...{ source: cluster.events.source, since: event.lastAt },
      }),
    ];
  const line = context
    .logs(operator, 'current')
    .flatMap(({ lines, source }) => lines.map((one) => ({ line: one, source })))
    .findLast(({ line: { raw } }) => context.scan(raw).some(({ type, isOver }) => type === TYPE && !isOver));
  const from = metrics.find((list) => list.seen)?.source ?? cluster.pods.source;
  const words = line
    ? tellingWords(line.line.message)
    : `prometheus_operator_managed_resources{resource="${resource}",state="rejected"} ${refused.value}`;
  return [
    rejected(operator, {
      ...{ plural: resource.toLowerCase(), name: '', namespace: null, words },
      ...{ source: line?.source ?? from, since: line?.line.at ?? null },
    }),
  ];
}

/** Why the operator could not reconcile it; what its account may not do is a cause of its own. */
function failureOf({ conditions, meta }: CustomResource): string | null {
  const failed = conditions.find(
    ({ type, status, observedGeneration }) =>
      type === 'Reconciled' &&
      status === 'False' &&
      (observedGeneration === null || meta.generation === null || observedGeneration >= meta.generation),
  );
  if (!failed || /is forbidden: User .{0,200}cannot |exceeded quota/.test(failed.message)) return null;
  return failed.message || failed.reason;
}

/** The operator follows a change within seconds. */
const FOLLOWING_SECONDS = 180;

/** An operator that runs, and says in the status of a resource that it has not seen its last change. */
function behindOf(context: FindingContext, operator: Component, resource: CustomResource): Note | null {
  const { generation, createdAt } = resource.meta;
  const seen = reconciliationOf(resource)?.observedGeneration ?? null;
  if (seen === null || generation === null || seen >= generation) return null;
  const isLong = (since: string | null | undefined) => (ageSeconds(context, since) ?? 0) > FOLLOWING_SECONDS;
  const changedAt = lastChange(resource.meta)?.at ?? createdAt;
  const isFollowed =
    !isLong(changedAt) ||
    !context.pods(operator).some(({ ready, readySince }) => ready && isLong(readySince));
  return isFollowed ? null : note('resource-behind', { generation, at: changedAt ?? '–', seen });
}

/** The newest event by which the operator refused a resource of this kind. */
function eventOf(events: readonly KubernetesEvent[], kind: string): KubernetesEvent | null {
  return (
    events
      .filter(({ reason, object }) => reason === 'InvalidConfiguration' && object.kind === kind)
      .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1))[0] ?? null
  );
}

function rejected(
  operator: Component,
  given: {
    plural: string;
    name: string;
    namespace: string | null;
    words: Words;
    source: Source;
    since: string | null;
  },
): Finding {
  const { plural, name, namespace, words, source, since } = given;
  const resource = name === '' ? plural : `${plural}/${name}`;
  return present(TYPE, operator.ref, {
    evidence: [
      quote(
        source,
        typeof words === 'string'
          ? `${resource}: ${words}`
          : note('object-says', { object: resource, words }),
      ),
    ],
    since,
    facts: { resource, namespace: namespace ?? '', words },
  });
}
