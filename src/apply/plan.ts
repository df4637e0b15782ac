import { type ApiObject, type ApiRefusal, type ClusterApi, type ObjectRef, refOf } from './api.ts';
import { differences, type FieldChange } from './difference.ts';
import { objectPath } from './resources.ts';

/** What applying one object would do. */
export type PlannedChange = { ref: ObjectRef } & (
  | { action: 'create' | 'unchanged' }
  | { action: 'change'; fields: FieldChange[] }
  /** Its namespace or its kind is not there yet: the server could not be asked, the schemas were. */
  | { action: 'unchecked' }
  /** Fields that somebody else owns. They are shown and never taken. */
  | { action: 'conflict'; conflicts: { manager: string; field: string }[] }
  | { action: 'refused'; reason: string; message: string }
);

/** How many objects of a cluster are asked about at once. */
const AT_ONCE = 8;

/** Asks the server what each object would become. Changes nothing. */
export async function planObjects(api: ClusterApi, objects: readonly ApiObject[]): Promise<PlannedChange[]> {
  return inParallel(objects, AT_ONCE, (object) => planObject(api, object));
}

async function planObject(api: ClusterApi, object: ApiObject): Promise<PlannedChange> {
  const ref = refOf(object);
  const [live, result] = [await api.get(objectPath(ref)), await api.apply(object, { dryRun: true })];
  if (!result.ok) return refused(ref, result);
  if (!live.ok) {
    return live.status === 404
      ? { ref, action: 'create' }
      : { ref, action: 'refused', reason: live.reason, message: live.message };
  }
  const fields = differences(live.body as ApiObject, result.body);
  return fields.length === 0 ? { ref, action: 'unchanged' } : { ref, action: 'change', fields };
}

export function refused(ref: ObjectRef, refusal: ApiRefusal): PlannedChange {
  const conflicts = refusal.causes
    .filter(({ reason }) => reason === 'FieldManagerConflict')
    .map(({ field, message }) => ({
      field,
      manager: /conflict with "([^"]{1,200})"/.exec(message)?.[1] ?? '',
    }));
  if (conflicts.length > 0) return { ref, action: 'conflict', conflicts };
  if (refusal.status === 404) return { ref, action: 'unchecked' };
  return { ref, action: 'refused', reason: refusal.reason, message: refusal.message };
}

/** Runs work over items, some at once; results in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
