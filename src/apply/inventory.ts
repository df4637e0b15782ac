import { at, list, text } from '../evidence/json.ts';
import { type ApiAnswer, type ApiObject, type ClusterApi, type ObjectRef, refKey } from './api.ts';
import { objectPath } from './resources.ts';

/**
 * What medic has put into a cluster, kept there: it is written before anything else is, so that an interrupted
 * run is known, and what a later file no longer has can be taken away.
 */
export const INVENTORY_NAME = 'fleetmedic-inventory';

const refTo = (namespace: string): ObjectRef => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', namespace, name: INVENTORY_NAME },
});

/** The inventory; empty where there is none. A refusal other than "not found" is given as it is. */
export async function readInventory(
  api: ClusterApi,
  namespace: string,
): Promise<ApiAnswer<{ fleet: string | null; objects: ObjectRef[] }>> {
  const answer = await api.get(objectPath(refTo(namespace)));
  if (!answer.ok) return answer.status === 404 ? { ok: true, body: { fleet: null, objects: [] } } : answer;
  const content = text(answer.body, 'data', 'objects') ?? '[]';
  return {
    ok: true,
    body: { fleet: text(answer.body, 'data', 'fleet') ?? null, objects: parseRefs(content) },
  };
}

function parseRefs(content: string): ObjectRef[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return [];
  }
  return list({ value }, 'value').flatMap((entry) => {
    const [apiVersion, kind, name] = ['apiVersion', 'kind', 'name'].map((key) => text(entry, key));
    if (apiVersion === undefined || kind === undefined || name === undefined) return [];
    const namespace = at(entry, 'namespace');
    return [{ apiVersion, kind, name, namespace: typeof namespace === 'string' ? namespace : null }];
  });
}

export function inventoryObject(
  namespace: string,
  fleet: string,
  labels: Record<string, string>,
  objects: readonly ObjectRef[],
): ApiObject {
  const sorted = [...new Map(objects.map((ref) => [refKey(ref), ref])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ref]) => ref);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: INVENTORY_NAME, namespace, labels },
    data: { fleet, objects: JSON.stringify(sorted) },
  };
}
