import type { ClusterEvidence, Evidence } from '../../evidence/evidence.ts';
import type { Blind } from '../../evidence/look.ts';
import type { BlindReason } from '../../evidence/transport.ts';
import type { ObservedCluster, SettingPath } from '../../fleet/file/observed.ts';
import type { Fleet } from '../../fleet/fleet.ts';
import { type FleetIndex, indexFleet } from '../../fleet/fleet.ts';
import type { Role } from '../../fleet/roles.ts';
import { answered } from '../cluster.ts';

import type { SettingsEvidence } from './evidence.ts';
import { type Noted, seen, untold } from './noted.ts';
import { type Part, partOf } from './part.ts';

/** Everything that a section is told from. */
export interface World {
  clusters: readonly SeenCluster[];
  index: FleetIndex;
  /** The cluster to which the others write, or that queries them. */
  hub: SeenCluster;
  /** Parts of a role, the hub's first, then in the order of the clusters. */
  parts(role: Role, cluster?: string): Part[];
}

export interface SeenCluster extends ObservedCluster {
  /** Path of this cluster's settings. */
  path: SettingPath;
  evidence: ClusterEvidence | undefined;
  extra: ReturnType<SettingsEvidence['get']>;
}

/** The world in the order of a file's clusters, or hub first where there is none. */
export function worldOf(
  evidence: Evidence,
  fleet: Fleet,
  settings: SettingsEvidence,
  contexts?: readonly string[],
): World {
  const index = indexFleet(fleet);
  const { name: hubName, score } = hubOf(evidence, index);
  const isHidden = [...evidence.clusters.values()].some((cluster) => blindness(cluster) !== null);
  /** A cluster that could not be seen is an edge where the hub is one for sure; else nobody knows what it is. */
  const roleOf = (context: string, blind: boolean): ObservedCluster['role'] => {
    if (context === hubName && (score > 0 || !isHidden)) return 'hub';
    return blind && score < ONLY_OF_A_HUB ? null : 'edge';
  };
  const names = contexts ?? [hubName, ...[...evidence.clusters.keys()].filter((name) => name !== hubName)];
  const taken = new Set<string>();
  const clusters = names.map((context, position): SeenCluster => {
    const cluster = evidence.clusters.get(context);
    const blind = !cluster || blindness(cluster) !== null;
    return {
      name: nameOf(context, taken),
      context,
      role: roleOf(context, blind),
      blind,
      path: ['clusters', position],
      evidence: cluster,
      extra: settings.get(context),
    };
  });
  const hub = clusters.find(({ context }) => context === hubName) ?? clusters[0];
  if (!hub) throw new Error('a fleet has a cluster');
  const parts = (role: Role, cluster?: string) =>
    [hub, ...clusters.filter((other) => other !== hub)]
      .filter(({ context }) => cluster === undefined || context === cluster)
      .flatMap(({ context, evidence: own, extra }) =>
        own ? index.byRole(role, context).map((component) => partOf(own, extra, component)) : [],
      );
  return { clusters, index, hub, parts };
}

/** Why a cluster does not tell all of what runs in it; `null` if it does. */
export function blindness(cluster: ClusterEvidence): Blind | null {
  const looks = [cluster.pods, cluster.deployments, cluster.statefulSets, cluster.daemonSets];
  return looks.find((look) => !look.seen) ?? null;
}

/**
 * The hub: where samples of other clusters arrive, or from where they are queried. Where no cluster shows that, the
 * score is 0; one that cannot be seen then stands for it, because it may hide what no other has.
 */
function hubOf(evidence: Evidence, index: FleetIndex): { name: string; score: number } {
  const scored = [...evidence.clusters.values()].map((cluster) => ({
    name: cluster.name,
    score: scoreOf(index, cluster.name),
    isSilent: !answered(cluster),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { name: '', score: 0, isSilent: false });
  const silent = scored.filter(({ isSilent }) => isSilent);
  if (best.score > 0) return best;
  return (silent.length === 1 ? silent[0] : scored[0]) ?? best;
}

/** From this score on a cluster has what an edge has not. */
const ONLY_OF_A_HUB = 8;

/** How much of a hub a cluster is: what only a hub has weighs more than all that an edge may have as well. */
function scoreOf(index: FleetIndex, cluster: string): number {
  const isForeign = (key: string) => index.component(key)?.ref.cluster !== cluster;
  const has = (role: Role) => index.byRole(role, cluster).length > 0;
  const isWrittenTo = index
    .byRole('receive', cluster)
    .some(({ key }) => index.linksTo(key, 'remote-write').some(({ from }) => isForeign(from)));
  const asksOthers = index
    .byRole('query', cluster)
    .some(({ key }) =>
      index.linksFrom(key, 'query').some(({ to }) => typeof to !== 'string' || isForeign(to)),
    );
  const signs: [boolean, number][] = [
    [isWrittenTo, 64],
    [has('receive'), 32],
    [asksOthers, 16],
    [has('compactor') || has('store'), ONLY_OF_A_HUB],
    [has('query-frontend'), 4],
    [has('query'), 2],
    [has('grafana'), 1],
  ];
  return signs.reduce((total, [is, weight]) => total + (is ? weight : 0), 0);
}

/** A context's name as a name of Kubernetes, unlike those that are taken. Of an ARN the last part tells. */
function nameOf(context: string, taken: Set<string>): string {
  const own = context.startsWith('arn:') ? context.slice(context.lastIndexOf('/') + 1) : context;
  const plain = own
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
  const base = plain || 'cluster';
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base}-${count}`;
  taken.add(name);
  return name;
}

/**
 * The part of a role that the file's section is about: in the hub, if there is one. Others of the same role are
 * marked: the file has room for one. Where there is none, `none` says so, if the hub could be seen.
 */
export function onePart(
  world: World,
  section: string,
  found: readonly Part[],
  none: { path: SettingPath; value: unknown },
): { part: Part | null; notes: Noted[] } {
  const [part, ...others] = found;
  if (part) {
    const marks = others.map(({ component: { ref } }) =>
      untold([section], 'not-expressible', ref.cluster, `${ref.kind} ${ref.namespace}/${ref.name}`),
    );
    return { part, notes: marks };
  }
  const { hub } = world;
  const hiding = isSure(world) ? [] : world.clusters.filter(({ blind }) => blind);
  if (hiding.length === 0) {
    return { part: null, notes: [seen(none.path, none.value, { ...placeOf(hub), field: section })] };
  }
  const marks = hiding.map((cluster) => untold(none.path, reasonOf(cluster), cluster.context));
  return { part: null, notes: marks };
}

/** Whether the hub is one, and not a cluster that is only taken for it because others could not be seen. */
function isSure({ hub, index }: World): boolean {
  const signs: readonly Role[] = ['receive', 'store', 'compactor'];
  return !hub.blind && signs.some((role) => index.byRole(role, hub.context).length > 0);
}

export const placeOf = ({ context }: SeenCluster) => ({ cluster: context, object: context });

/** Why a blind cluster is one. */
export const reasonOf = ({ evidence }: SeenCluster): BlindReason =>
  evidence ? (blindness(evidence)?.reason ?? 'not-recorded') : 'not-recorded';
