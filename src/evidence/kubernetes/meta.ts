import { at, isRecord, list, number, text, textMap } from '../json.ts';

/** What every Kubernetes object has, reduced to what is read here. */
export interface ObjectMeta {
  name: string;
  namespace: string | null;
  uid: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  createdAt: string | null;
  deletingSince: string | null;
  generation: number | null;
  owner: { kind: string; name: string } | null;
  /** Who changed what, and when: one entry per field manager and operation. */
  changes: FieldChange[];
}

export interface FieldChange {
  manager: string;
  at: string;
  /** The API's own description of the fields that this manager set (`f:spec`, …). */
  fields: Record<string, unknown>;
}

/** Names have no blanks and no control characters: an object that says otherwise is none. */
const isName = (name: string): boolean => /^[\x21-\x7e]{1,253}$/.test(name);

export function readMeta(value: unknown): ObjectMeta | null {
  const name = text(value, 'metadata', 'name');
  if (name === undefined || !isName(name)) return null;
  const owner = list(value, 'metadata', 'ownerReferences').find((item) => at(item, 'controller') === true);
  return {
    name,
    namespace: text(value, 'metadata', 'namespace') ?? null,
    uid: text(value, 'metadata', 'uid') ?? '',
    labels: textMap(value, 'metadata', 'labels'),
    annotations: textMap(value, 'metadata', 'annotations'),
    createdAt: text(value, 'metadata', 'creationTimestamp') ?? null,
    deletingSince: text(value, 'metadata', 'deletionTimestamp') ?? null,
    generation: number(value, 'metadata', 'generation') ?? null,
    owner: owner ? { kind: text(owner, 'kind') ?? '', name: text(owner, 'name') ?? '' } : null,
    changes: list(value, 'metadata', 'managedFields').flatMap((entry) => {
      const changedAt = text(entry, 'time');
      const fields = at(entry, 'fieldsV1');
      if (changedAt === undefined || !isRecord(fields)) return [];
      return [{ manager: text(entry, 'manager') ?? '', at: changedAt, fields }];
    }),
  };
}

/** The items of a list answer, each read; `null` if the answer is no list. Items that cannot be read are left out. */
export function readItems<T>(body: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!isRecord(body) || !Array.isArray(body.items)) return null;
  return body.items.flatMap((item) => read(item) ?? []);
}

/** The last change of a field, for example `['spec', 'replicas']`; `null` if the object does not tell. */
export function lastChangeOf(meta: ObjectMeta, path: readonly string[]): FieldChange | null {
  const matching = meta.changes.filter(
    (change) => at(change.fields, ...path.map((step) => `f:${step}`)) !== undefined,
  );
  return matching.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

/** The last change to anything but the status. */
export function lastChange(meta: ObjectMeta): FieldChange | null {
  const changes = meta.changes.filter((change) =>
    Object.keys(change.fields).some((field) => field !== 'f:status'),
  );
  return changes.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}
