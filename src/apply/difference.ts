import { isDeepStrictEqual } from 'node:util';
import type { ApiObject } from './api.ts';

/** One field that differs. `undefined` on a side where it is not there. */
export interface FieldChange {
  /** `.spec.replicas`, `.spec.template.spec.containers[thanos].image`. */
  path: string;
  before: unknown;
  after: unknown;
}

/** What the API server keeps of its own about an object: it changes without anybody's wish. */
const OWN_METADATA = [
  'managedFields',
  'resourceVersion',
  'generation',
  'uid',
  'creationTimestamp',
  'selfLink',
];

/** The fields in which two states of an object differ; those of a Secret without their values. */
export function differences(before: ApiObject, after: ApiObject): FieldChange[] {
  const changes: FieldChange[] = [];
  walk(comparable(before), comparable(after), '', changes);
  if (after.kind !== 'Secret') return changes;
  return changes.map((change) =>
    /^\.(data|stringData)\b/.test(change.path) ? { ...change, before: '***', after: '***' } : change,
  );
}

function comparable(object: ApiObject): unknown {
  const { status: _, metadata, ...rest } = object;
  return {
    ...rest,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => !OWN_METADATA.includes(key))),
  };
}

function walk(before: unknown, after: unknown, path: string, changes: FieldChange[]): void {
  if (isDeepStrictEqual(before, after)) return;
  if (isMap(before) && isMap(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      walk(before[key], after[key], `${path}${step(key)}`, changes);
    }
    return;
  }
  const lists = namedLists(before, after);
  if (lists) {
    for (const name of new Set([...lists.before.keys(), ...lists.after.keys()])) {
      walk(lists.before.get(name), lists.after.get(name), `${path}[${name}]`, changes);
    }
    return;
  }
  changes.push({ path, before, after });
}

const step = (key: string): string => (/^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`);

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of named things (containers, ports, volumes) are compared by name, not by place. */
function namedLists(before: unknown, after: unknown) {
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const byName = (list: unknown[]) => {
    const names = list.map((item) => (isMap(item) && typeof item.name === 'string' ? item.name : null));
    if (names.includes(null) || new Set(names).size !== names.length) return null;
    return new Map(list.map((item, index) => [names[index] as string, item]));
  };
  const one = byName(before);
  const other = byName(after);
  return one && other ? { before: one, after: other } : null;
}
