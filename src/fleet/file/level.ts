import {
  type Observation,
  type Observed,
  type SettingPath,
  type UnknownSetting,
  valueAt,
} from './observed.ts';
import { pathText } from './problem.ts';
import { PROFILES } from './profiles.ts';
import { isSame } from './same.ts';
import { FLEET_SCHEMA_ID, fleetFileSchema } from './schema.ts';

/** A tree of `fleet.yaml` in the making. */
export type Tree = { [key: string]: unknown };

/** Sections that stand for all clusters, and that a cluster may have of its own. */
export const LEVELLED: readonly unknown[] = ['agent', 'remoteWrite', 'namespace'];

/**
 * The settings that were observed as the tree of a file: what most clusters have in common stands once, for the
 * fleet, and in the sections of the clusters only what differs from it. What is seen in several clusters and can
 * only stand once is the first cluster's: the hub's.
 */
export function treeOf(observed: Observed): Tree {
  const tree: Tree = {
    schema: FLEET_SCHEMA_ID,
    clusters: observed.clusters.map(({ name, role, context }) => ({
      name,
      ...(role !== null && { role }),
      context,
    })),
  };
  const shared = new Map<string, Observation[]>();
  for (const observation of observed.observations) {
    const { path } = observation;
    if (path[0] !== 'clusters' || !LEVELLED.includes(path[2])) {
      if (valueAt(tree, path) === undefined) put(tree, path, observation.value);
    } else {
      const key = pathText(path.slice(2));
      shared.set(key, [...(shared.get(key) ?? []), observation]);
    }
  }
  for (const observations of shared.values()) putShared(tree, observations, observed.clusters.length);
  return inOrder({ name: 'fleet', profile: 'small', ...tree });
}

/** Puts a setting of several clusters where it belongs. */
function putShared(tree: Tree, observations: readonly Observation[], clusters: number): void {
  const common = mostCommon(observations);
  const isAll = observations.every(({ value }) => isSame(value, common.value));
  // Of alternatives with fields of their own (auth), what stands for the fleet would be mixed into a cluster's.
  const isMixed =
    !isAll && observations.some(({ value }) => typeof value === 'object' && !Array.isArray(value));
  const isShared = !isMixed && (isAll ? observations.length > 1 || clusters === 1 : common.count > 1);
  if (isShared) put(tree, common.path.slice(2), common.value);
  for (const { path, value } of observations) {
    if (!isShared || !isSame(value, common.value)) put(tree, path, value);
  }
}

/** The value that most have, and how many; of a tie the first. */
function mostCommon(observations: readonly Observation[]): Observation & { count: number } {
  const kinds: (Observation & { count: number })[] = [];
  for (const observation of observations) {
    const known = kinds.find(({ value }) => isSame(value, observation.value));
    if (known) known.count += 1;
    else kinds.push({ ...observation, count: 1 });
  }
  return kinds.reduce((best, next) => (next.count > best.count ? next : best));
}

/**
 * Marks that say the same of several clusters, once: with all their contexts, and for the fleet where it is so in
 * every cluster that could be seen.
 */
export function levelled(observed: Observed): UnknownSetting[] {
  const seeing = observed.clusters.filter(({ blind }) => !blind).length;
  const isOfCluster = ({ path }: UnknownSetting) => path[0] === 'clusters' && LEVELLED.includes(path[2]);
  const groups = Map.groupBy(observed.unknown, (unknown) => {
    const { path, why, detail } = unknown;
    return JSON.stringify([isOfCluster(unknown) ? ['clusters', path.slice(2)] : path, why, detail]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const clusters = [...new Set(group.map(({ cluster }) => cluster))];
    const isShared = clusters.length >= seeing && (seeing > 1 || observed.clusters.length === 1);
    if (isOfCluster(first) && !isShared) return group;
    const path = isOfCluster(first) ? first.path.slice(2) : first.path;
    return [{ ...first, path, cluster: namesOf(clusters) }];
  });
}

const SHOWN = 3;

/** All of them where they are few: a fleet may have hundreds of clusters. */
const namesOf = (clusters: readonly string[]): string =>
  clusters.length > SHOWN ? `${clusters.slice(0, SHOWN).join(', ')}, …` : clusters.join(', ');

/** Puts a value at a path, making the maps on the way. */
export function put(tree: Tree, path: SettingPath, value: unknown): void {
  let node = tree as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    const next = node[step];
    if (typeof next !== 'object' || next === null) node[step] = {};
    node = node[step] as Record<string | number, unknown>;
  }
  node[path.at(-1) ?? ''] = value;
}

const CLUSTER = ['name', 'role', 'context', 'labels', 'namespace', 'storageClass', 'agent', 'remoteWrite'];

/** The order in which the schema and the documents list the fields. */
function inOrder(tree: Tree): Tree {
  const { small } = PROFILES;
  const fields = Object.keys(fleetFileSchema.shape).map((key) => [key, (small as unknown as Tree)[key]]);
  const cluster = Object.fromEntries(CLUSTER.map((key) => [key, (small as unknown as Tree)[key]]));
  return ordered(tree, { ...Object.fromEntries(fields), clusters: cluster }) as Tree;
}

function ordered(value: unknown, like: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, like));
  if (typeof value !== 'object' || value === null) return value;
  const known = typeof like === 'object' && like !== null ? Object.keys(like) : [];
  const keys = [...known.filter((key) => Object.hasOwn(value, key)), ...Object.keys(value)];
  return Object.fromEntries(
    [...new Set(keys)].map((key) => [key, ordered((value as Tree)[key], valueAt(like, [key]))]),
  );
}
