import { put, type Tree } from './level.ts';
import type { SettingPath } from './observed.ts';
import { fleetFileSchema } from './schema.ts';

/** Whether `fleet.yaml` can say this: a value of the right form at a path that there is. */
export function isExpressible(path: SettingPath, value: unknown): boolean {
  const isOfCluster = path[0] === 'clusters';
  const steps = isOfCluster ? path.slice(2) : path;
  const place: Tree = { name: 'name', role: 'hub' };
  put(place, steps, value);
  const { role, ...fleet } = place;
  const file = isOfCluster
    ? { name: 'name', clusters: [place] }
    : { clusters: [{ name: 'name', role }], ...fleet };
  return fleetFileSchema.safeParse(file).success;
}
