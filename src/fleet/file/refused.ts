import { checkFleet } from './check.ts';
import type { Tree } from './level.ts';
import { type Observed, type SettingPath, type UnknownSetting, valueAt } from './observed.ts';
import { isSame } from './same.ts';
import { fleetFileSchema } from './schema.ts';

/** Settings of the fleet that differ between its clusters or parts: the file has room for one value. */
export function differing(observed: Observed, tree: Tree): UnknownSetting[] {
  return observed.observations.flatMap(({ path, value, source }) => {
    const written = valueAt(tree, path);
    if (path[0] === 'clusters' || written === undefined || isSame(written, value)) return [];
    return [{ path, why: 'differs', detail: textOf(value), cluster: source.cluster }];
  });
}

/** Every round takes one thing out at least; more rounds than things that can be wrong are not needed. */
const MAX_ROUNDS = 100;

/**
 * Takes out of a tree what a file may not say (two clusters of one identity, say), until it is a file. Where the
 * rest is not whole enough to be deployed, it says that it is not ours to deploy.
 */
export function refused(tree: Tree): UnknownSetting[] {
  const taken: UnknownSetting[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const paths = problemPaths(tree);
    if (paths.length === 0) break;
    const removable = paths.filter((path) => isLeaf(valueAt(tree, path)));
    if (removable.length === 0) {
      if (tree.deployedBy === 'other') break;
      tree.deployedBy = 'other';
      taken.push({ path: ['deployedBy'], why: 'contradicts', detail: 'medic', cluster: '' });
    }
    for (const path of removable) {
      const value = valueAt(tree, path);
      if (value === undefined) continue;
      take(tree, path);
      taken.push({ path, why: 'contradicts', detail: textOf(value), cluster: clusterOf(tree, path) });
    }
  }
  return taken;
}

function problemPaths(tree: Tree): SettingPath[] {
  const parsed = fleetFileSchema.safeParse(tree);
  if (parsed.success) return checkFleet(parsed.data).map(({ path }) => path);
  return parsed.error.issues.map(({ path }) => {
    const steps = path.filter((step) => typeof step !== 'symbol');
    const list = steps.findIndex((step, index) => typeof step === 'number' && index > 1);
    return list < 0 ? steps : steps.slice(0, list);
  });
}

/** What can be left out by itself: a value, a list of values, a reference; no section and no cluster. */
function isLeaf(value: unknown): boolean {
  return value !== undefined && (typeof value !== 'object' || value === null || Array.isArray(value));
}

function take(tree: Tree, path: SettingPath): void {
  const parent = path.length > 1 ? valueAt(tree, path.slice(0, -1)) : tree;
  if (typeof parent === 'object' && parent !== null)
    delete (parent as Record<string | number, unknown>)[path.at(-1) ?? ''];
}

function clusterOf(tree: Tree, path: SettingPath): string {
  const context = path[0] === 'clusters' ? valueAt(tree, [...path.slice(0, 2), 'context']) : undefined;
  return typeof context === 'string' ? context : '';
}

const MAX_TEXT = 120;

/** A value as a person reads it. */
export function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
