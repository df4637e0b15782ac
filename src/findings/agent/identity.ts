import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { runsOld } from '../shared/layers.ts';

/** Whether a writer's samples carry the label that says which cluster they are from. */
export const identity: FindingRule = {
  name: 'agent/identity',
  look: (context) =>
    context.fleet.components
      .filter(({ role }) => role === 'agent' || role === 'prometheus')
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const cluster = context.clusterOf(component);
  const seen = context.prometheusConfig(component);
  if (!seen) {
    const blind = [...cluster.runningConfigs.values()].find((candidate) => !candidate.seen);
    return blind && !blind.seen ? [unknown('identity-missing', component.ref, blind.reason)] : [];
  }
  const { config, source } = seen;
  // Without remote write the samples stay at home: nobody needs to tell them apart.
  if (config.remoteWrite.length === 0) return [];
  const label = context.fleet.identityLabel;
  const has = config.externalLabels[label] !== undefined || config.addedLabels.includes(label);
  const shown = Object.entries(config.externalLabels).map(([key, value]) => `${key}: ${value}`);
  const facts = { label, labels: shown.join(', ') || '–', ...configMapFact(context, component) };
  const evidence = [quote(source, `global.external_labels: ${facts.labels}`)];
  if (has || !isMissed(context, component, config.externalLabels))
    return [absent('identity-missing', component.ref, { evidence, facts })];
  const change = configChange(context, component);
  const details = { evidence, change, since: change?.at ?? null };
  const isOld = runsOld(context, component, 'labels') ? 1 : 0;
  return [present('identity-missing', component.ref, { ...details, facts: { ...facts, isOld } })];
}

/**
 * The label is missed where others have it: then samples of several clusters meet and these cannot be told
 * apart. Where nobody has it, clusters may be told apart otherwise (tenants); a writer that leaves its cluster
 * without any label at all is missed all the same.
 */
function isMissed(context: FindingContext, component: Component, labels: Record<string, string>): boolean {
  const others = context.fleet.clusters.filter(({ name }) => name !== component.ref.cluster);
  if (others.some(({ identity: value }) => value !== null)) return true;
  const leaves = context.index
    .linksFrom(component.key, 'remote-write')
    .some(
      ({ to }) =>
        typeof to !== 'string' || context.index.component(to)?.ref.cluster !== component.ref.cluster,
    );
  return leaves && Object.keys(labels).length === 0;
}
