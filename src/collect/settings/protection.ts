import { at, list, text, textMap } from '../../evidence/json.ts';
import type { PlainObject } from '../../evidence/kubernetes/plain.ts';
import type { Look } from '../../evidence/look.ts';
import type { Role } from '../../fleet/roles.ts';
import { quantity } from './forms.ts';
import { inPart, type Noted, seen, untold } from './noted.ts';
import type { Part } from './part.ts';
import { reasonOf, type SeenCluster, type World } from './world.ts';

/** Roles whose replicas are kept apart, and whose disruption has a budget. */
const REPLICATED: readonly Role[] = [
  ...(['agent', 'receive', 'store', 'query', 'query-frontend', 'cache'] as const),
  ...(['ruler', 'alertmanager', 'grafana'] as const),
];

/** What guards the pipeline: policies, budgets, spreading, quotas. */
export function protectionSettings(world: World): Noted[] {
  const parts = REPLICATED.flatMap((role) => world.parts(role));
  return [
    ...world.clusters.flatMap((cluster) => [
      ...selecting(cluster, parts, 'networkPolicies', cluster.extra?.networkPolicies, 'podSelector'),
      ...pagesFrom(cluster, parts),
      ...quota(cluster, parts),
    ]),
    ...budgets(world, parts),
    ...antiAffinity(parts),
  ];
}

/** Whether any object of a kind selects pods of the pipeline in a cluster. */
function selecting(
  cluster: SeenCluster,
  parts: readonly Part[],
  field: 'networkPolicies' | 'disruptionBudgets',
  look: Look<PlainObject[]> | undefined,
  selector: 'podSelector' | 'selector',
): Noted[] {
  const own = parts.filter((part) => part.cluster.name === cluster.context);
  if (own.length === 0 || !look) return [];
  if (!look.seen) return [untold([field], look.reason, cluster.context)];
  const found = look.value.find((object) => own.some((part) => selects(object, selector, part)));
  const object = found ? `${found.meta.namespace}/${found.meta.name}` : look.source.path;
  return [seen([field], found !== undefined, { cluster: cluster.context, object, field: selector })];
}

/** Ports of the read-only pages, by the names that `medic` and the operator give them. */
const PAGES = ['http', 'web'];

/** From which ranges of addresses the pages are reached: told by rules of policies that name their ports. */
function pagesFrom({ context, extra }: SeenCluster, parts: readonly Part[]): Noted[] {
  const path = ['pagesFrom'];
  const look = extra?.networkPolicies;
  const own = parts.filter(({ cluster }) => cluster.name === context);
  if (own.length === 0 || !look) return [];
  if (!look.seen) return [untold(path, look.reason, context)];
  const policies = look.value.filter((object) => own.some((part) => selects(object, 'podSelector', part)));
  if (policies.length === 0)
    return [seen(path, null, { cluster: context, object: look.source.path, field: '' })];
  const rules = policies
    .flatMap((object) => list(object.spec, 'ingress').map((rule) => ({ object, rule })))
    .filter(({ rule }) => list(rule, 'ports').some((port) => PAGES.includes(text(port, 'port') ?? '')));
  const [first] = rules;
  if (!first) return [untold(path, 'not-visible', context)];
  const isOpen = rules.some(({ rule }) => list(rule, 'from').length === 0);
  const ranges = rules.flatMap(({ rule }) =>
    list(rule, 'from').flatMap((peer) => text(peer, 'ipBlock', 'cidr') ?? []),
  );
  const object = `${first.object.meta.namespace}/${first.object.meta.name}`;
  return [seen(path, isOpen ? null : ranges, { cluster: context, object, field: 'spec.ingress' })];
}

/** A selector without labels takes every pod of its namespace; expressions are not evaluated, and select nothing. */
function selects(object: PlainObject, selector: string, { component }: Part): boolean {
  if (object.meta.namespace !== component.ref.namespace) return false;
  if (at(object.spec, selector, 'matchExpressions') !== undefined) return false;
  const labels = Object.entries(textMap(object.spec, selector, 'matchLabels'));
  return labels.every(([key, value]) => component.podLabels[key] === value);
}

/** Budgets are for parts with several replicas, and in the hub: where there are none, nothing shows. */
function budgets(world: World, parts: readonly Part[]): Noted[] {
  const { hub } = world;
  const several = parts.filter(
    ({ cluster, component }) => cluster.name === hub.context && (component.desired ?? 0) > 1,
  );
  if (several.length === 0)
    return [untold(['disruptionBudgets'], hub.blind ? reasonOf(hub) : 'not-visible', hub.context)];
  return selecting(hub, several, 'disruptionBudgets', hub.extra?.disruptionBudgets, 'selector');
}

/** How replicas are kept apart: seen only where there are several. */
function antiAffinity(parts: readonly Part[]): Noted[] {
  const path = ['antiAffinity'];
  const several = parts.filter(({ component }) => (component.desired ?? 0) > 1);
  const [first] = several;
  if (!first) {
    const [any] = parts;
    return any ? [untold(path, 'not-visible', any.cluster.name)] : [];
  }
  return several.flatMap((part) =>
    part.spec ? [seen(path, part.spec.antiAffinity, inPart(part, 'affinity'))] : [],
  );
}

function quota({ context, extra }: SeenCluster, parts: readonly Part[]): Noted[] {
  const path = ['quota'];
  const look = extra?.resourceQuotas;
  const namespaces = new Set(
    parts.filter(({ cluster }) => cluster.name === context).map(({ component }) => component.ref.namespace),
  );
  if (!look || namespaces.size === 0) return [];
  if (!look.seen) return [untold(path, look.reason, context)];
  const found = look.value.filter(({ meta }) => namespaces.has(meta.namespace));
  const [only] = found;
  if (!only) return [seen(path, null, { cluster: context, object: look.source.path, field: 'spec.hard' })];
  const hard = (name: string) => quantity(text(only.spec, 'hard', name) ?? '');
  const storage = hard('requests.storage');
  const value = {
    cpu: hard('requests.cpu'),
    memory: hard('requests.memory'),
    ...(storage !== null && { storage }),
  };
  const object = `${only.meta.namespace}/${only.meta.name}`;
  return found.length > 1 || value.cpu === null || value.memory === null
    ? [untold(path, 'not-expressible', context, object)]
    : [seen(path, value, { cluster: context, object, field: 'spec.hard' })];
}
