import { runningUnseen } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import { once } from '../../fleet/once.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { configChange, configMapFact } from '../shared/changes.ts';
import { runsOld } from '../shared/layers.ts';
import { queuesOf } from '../shared/queues.ts';

/** Whether a part that only exists to send has somewhere to send to. */
export const configured: FindingRule = {
  name: 'remote-write/configured',
  look: (context) =>
    context.fleet.components
      .filter((component) => component.role === 'agent' || shouldSend(context, component))
      .flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const seen = context.prometheusConfig(component);
  if (!seen) return [];
  const { config, source } = seen;
  if (config.remoteWrite.length > 0) return [absent('remote-write-absent', component.ref)];
  if (seen.layer === 'file') {
    // A file that was changed need not be what runs.
    if (queuesOf(context, component).length > 0) return [absent('remote-write-absent', component.ref)];
    const why = runningUnseen(context.clusterOf(component), component);
    const isMeasured = context.metrics(component).some(({ look: page }) => page.seen);
    if (why !== null && !isMeasured) return [unknown('remote-write-absent', component.ref, why)];
  }
  const change = configChange(context, component);
  return [
    present('remote-write-absent', component.ref, {
      evidence: [quote(source, note('write-none', { jobs: config.jobs.length }))],
      facts: {
        jobs: config.jobs.length,
        isOld: runsOld(context, component, 'urls') ? 1 : 0,
        ...configMapFact(context, component),
      },
      change,
      since: change?.at ?? null,
    }),
  ];
}

/**
 * A Prometheus in server mode can be asked itself, or its sidecar can. It is meant to send where neither stands in its
 * cluster, its samples carry the cluster's name, and the other clusters send.
 */
function shouldSend(context: FindingContext, component: Component): boolean {
  if (component.role !== 'prometheus') return false;
  const { cluster } = component.ref;
  const isAsked = (['sidecar', 'query', 'grafana'] as const).some(
    (role) => context.index.byRole(role, cluster).length > 0,
  );
  const config = context.prometheusConfig(component)?.config;
  const hasName = config?.externalLabels[context.fleet.identityLabel] !== undefined;
  const others = context.fleet.clusters.filter(({ name }) => name !== cluster);
  return !isAsked && hasName && others.length > 0 && others.every(({ name }) => sendersOf(context).has(name));
}

/** Clusters from which something is sent. */
const sendersOf = once(({ fleet, index }: FindingContext) => {
  const links = fleet.links.filter(({ kind }) => kind === 'remote-write');
  return new Set(links.map(({ from }) => index.component(from)?.ref.cluster));
});
