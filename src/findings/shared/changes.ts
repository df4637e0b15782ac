import { lastChange, lastChangeOf } from '../../evidence/kubernetes/meta.ts';
import type { ConfigMap } from '../../evidence/kubernetes/objects.ts';
import { configFileOf } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import type { Change } from '../finding.ts';

/** The last change to the pod template of a component's workload; `null` if it is as it was created. */
export function templateChange(context: FindingContext, component: Component): Change | null {
  const workload = context.workload(component)?.workload;
  if (!workload || workload.meta.generation === 1) return null;
  const change = lastChangeOf(workload.meta, ['spec', 'template']);
  return (
    change && {
      what: `${component.ref.kind} ${component.ref.name}: spec.template`,
      at: change.at,
      by: change.manager,
    }
  );
}

/** The last change to a ConfigMap after it was created. */
export function configMapChange(object: Pick<ConfigMap, 'meta'>): Change | null {
  const change = lastChange(object.meta);
  if (!change || change.at === object.meta.createdAt) return null;
  return { what: `ConfigMap ${object.meta.name}`, at: change.at, by: change.manager };
}

/** What was changed last of all that a component is configured by: its template, and its ConfigMaps. */
export function configChange(context: FindingContext, component: Component): Change | null {
  const spec = context.podSpec(component);
  const cluster = context.clusterOf(component);
  const maps = (spec?.volumes ?? []).flatMap(({ configMap }) => {
    const look = cluster.configMaps.get(`${component.ref.namespace}/${configMap}`);
    return look?.seen ? [configMapChange(look.value)] : [];
  });
  return newest([templateChange(context, component), ...maps]);
}

export function newest(changes: readonly (Change | null)[]): Change | null {
  return changes.filter((change) => change !== null).sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** Name of the ConfigMap that a Prometheus reads its configuration from, as a fact for what is printed. */
export function configMapFact(context: FindingContext, component: Component): { configMap?: string } {
  const file = configFileOf(context.clusterOf(component), component, '--config.file');
  return file ? { configMap: file.look.value.meta.name } : {};
}

/** Changes longer ago than this are not what broke something now. */
const RECENT_MS = 24 * 3600 * 1000;

/** A change that can have to do with what is seen now. */
export function recent(context: FindingContext, change: Change | null): Change | null {
  return change && context.now - Date.parse(change.at) < RECENT_MS ? change : null;
}
