import { lastChange } from '../../evidence/kubernetes/meta.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Change, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configMapFact } from '../shared/changes.ts';
import { compareLayers, type Gap, gapWords, layerName } from '../shared/layers.ts';
import { isReconciled } from '../shared/reconciled.ts';

/**
 * Whether a writer runs what the object says that its configuration is made of: a ConfigMap, or the custom resource of
 * which an operator makes it. What the operator makes in between is a Secret, which is never read: whether it
 * followed is told by the status that it writes.
 */
export const layers: FindingRule = {
  name: 'workload/layers',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const compared = compareLayers(context, component);
  switch (compared.state) {
    case 'none':
      return [];
    case 'unseen':
      return [unknown('config-not-loaded', component.ref, compared.why)];
    case 'same':
      return [absent('config-not-loaded', component.ref)];
    case 'gap':
      return [ofGap(context, component, compared.gap)];
  }
}

function ofGap(context: FindingContext, component: Component, gap: Gap): Finding {
  const { layer, pod } = gap;
  const words = `${layerName(layer)}: ${gapWords(gap)}`;
  const change = changeOf(gap);
  const isMade = layer.kind === 'ConfigMap' || isReconciled(context.clusterOf(component), layer);
  return present(isMade ? 'config-not-loaded' : 'resource-not-followed', component.ref, {
    evidence: [
      quote(layer.source, words),
      quote(gap.running, note('runs-without', { pod, gap: gapWords(gap) })),
    ],
    facts: { words, object: layerName(layer), pod, ...configMapFact(context, component) },
    since: change?.at ?? null,
    change,
  });
}

function changeOf({ layer }: Gap): Change | null {
  const change = lastChange(layer.meta);
  if (!change || change.at === layer.meta.createdAt) return null;
  return { what: layerName(layer), at: change.at, by: change.manager };
}
