import { LEVELLED } from './level.ts';
import {
  type Observation,
  type Observed,
  type ObservedSource,
  type SettingPath,
  valueAt,
} from './observed.ts';
import { pathText } from './problem.ts';
import { alternatives, isSame } from './same.ts';
import type { FleetFile } from './schema.ts';
import type { FleetSettings } from './settings.ts';

/** One setting whose declared value is not what runs. */
export interface Difference {
  /** Where the file says it, or would. */
  path: SettingPath;
  declared: unknown;
  running: unknown;
  /** All that say what runs; the same value of several clusters is one difference. */
  sources: readonly ObservedSource[];
}

export interface Comparison {
  differences: Difference[];
  /** How many settings were compared. */
  compared: number;
}

/**
 * What runs against what is declared. Only what was observed is compared. `file` tells where a cluster's setting
 * stands: in its own section or in the fleet's.
 */
export function compareSettings(settings: FleetSettings, observed: Observed, file?: FleetFile): Comparison {
  const pairs = observed.observations.flatMap((observation) => pairsOf(settings, observation));
  const rows = new Map<string, Difference>();
  for (const { path, declared, running, accepts, source } of pairs) {
    if (isAlike(path, declared, running) || accepts.some((other) => isSame(declared, other))) continue;
    const place = file ? placeIn(file, path) : path;
    const key = JSON.stringify([place, declared, running]);
    const row = rows.get(key);
    rows.set(key, { path: place, declared, running, sources: [...(row?.sources ?? []), source] });
  }
  return { differences: [...rows.values()], compared: new Set(pairs.map(({ path }) => pathText(path))).size };
}

interface Pair {
  path: SettingPath;
  declared: unknown;
  running: unknown;
  accepts: readonly unknown[];
  source: ObservedSource;
}

function pairsOf(settings: FleetSettings, { path, value, source, accepts = [] }: Observation): Pair[] {
  return split(path, valueAt(settings, path) ?? null, value).map((pair) => ({ ...pair, accepts, source }));
}

/** Maps of the same fields, and of labels, are compared field by field: a difference is one of them. */
function split(path: SettingPath, declared: unknown, running: unknown): Omit<Pair, 'accepts' | 'source'>[] {
  const maps = [declared, running].every((value) => isMap(value));
  if (!maps) return [{ path, declared, running }];
  const [ours, theirs] = [declared, running].map((value) => fieldsOf(value)) as [string[], string[]];
  const isSameForm = path.at(-1) === 'labels' || ours.join() === theirs.join();
  if (!isSameForm) return [{ path, declared, running }];
  return [...new Set([...ours, ...theirs])].sort().flatMap((field) => {
    const [left, right] = [declared, running].map((value) => valueAt(value, [field]) ?? null);
    return split([...path, field], left, right);
  });
}

/** Which local file a Secret is made of does not run. */
const fieldsOf = (value: unknown): string[] =>
  Object.keys(value as object)
    .filter((field) => field !== 'file')
    .sort();

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isAlike(path: SettingPath, declared: unknown, running: unknown): boolean {
  const isDropped = path.at(-1) === 'drop' && Array.isArray(declared) && Array.isArray(running);
  return isDropped ? isSame(alternatives(declared), alternatives(running)) : isSame(declared, running);
}

/** Where a file has the value that counts at a path of its settings. */
function placeIn(file: FleetFile, path: SettingPath): SettingPath {
  const [root, , section, ...rest] = path;
  if (root !== 'clusters' || !LEVELLED.includes(section)) return path;
  if (valueAt(file, path) !== undefined) return path;
  const shared = [section as string, ...rest];
  return valueAt(file, shared) === undefined && file.clusters.length > 1 && isDerived(shared) ? path : shared;
}

/** What is taken where the file is silent differs from cluster to cluster: it can only be set there. */
const isDerived = (path: SettingPath): boolean => pathText(path) === 'remoteWrite.url';
