import { type ClusterApi, closedBy, type ObjectRef, refusalText } from '../../apply/api.ts';
import { INVENTORY_NAME, readInventory } from '../../apply/inventory.ts';
import { liveApi } from '../../apply/live.ts';
import { collectionPath } from '../../apply/resources.ts';
import { readContexts } from '../../connect/kubeconfig.ts';
import { MedicError } from '../../errors.ts';
import { list, text } from '../../evidence/json.ts';
import type { ClusterSettings, FleetSettings } from '../../fleet/file/settings.ts';
import { OPERATED } from '../../platform/names.ts';
import type { DeployProgress } from './deploy.ts';

/** Kinds that stay whatever is asked: they hold what others may use, or Secrets that people made. */
const STAYS: readonly string[] = ['Namespace', 'CustomResourceDefinition'];
/** What is removed before all else: the operator would make again what is removed of its making. */
const FIRST: readonly string[] = ['PrometheusAgent', 'ThanosRuler', 'Alertmanager'];

export interface Undeployment {
  clusters: {
    cluster: string;
    removed: ObjectRef[];
    /** Volume claims: removed only when that was asked for. */
    claims: ObjectRef[];
    failed: { ref: ObjectRef; detail: string }[];
  }[];
}

/** Takes away what medic deployed, by the inventory in each cluster. Volumes stay unless `data` is asked for. */
export async function undeploy(
  fleet: FleetSettings,
  options: { kubeconfig?: string; data: boolean; dryRun: boolean },
  progress: DeployProgress,
): Promise<Undeployment> {
  const contexts = readContexts({
    contexts: fleet.clusters.map(({ context }) => context),
    ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }),
  });
  const apis = contexts.map(liveApi);
  progress.step('undeploy.step', { count: apis.length });
  try {
    const api = (index: number) => apis[index] as ClusterApi;
    // Nothing is removed anywhere before all of them were looked at.
    const inventories = await Promise.all(
      fleet.clusters.map((cluster, index) => inventoryIn(api(index), fleet, cluster)),
    );
    const clusters = await Promise.all(
      fleet.clusters.map((cluster, index) =>
        undeployCluster(api(index), cluster, inventories[index] ?? [], options),
      ),
    );
    progress.done();
    return { clusters };
  } finally {
    for (const api of apis) api.close();
  }
}

/** What medic has put into a cluster; throws where that cannot be told, or where it is of another fleet. */
async function inventoryIn(
  api: ClusterApi,
  fleet: FleetSettings,
  { name, namespace }: ClusterSettings,
): Promise<ObjectRef[]> {
  const inventory = await readInventory(api, namespace);
  if (!inventory.ok) {
    const closed = closedBy(inventory);
    const params = { cluster: name, context: api.context, detail: refusalText(inventory) };
    throw new MedicError(closed === null ? 'deploy/inventory' : `deploy/${closed}`, params);
  }
  const { fleet: owner, objects } = inventory.body;
  if (owner !== null && owner !== fleet.name) {
    throw new MedicError('deploy/other-fleet', { cluster: name, fleet: owner });
  }
  return objects;
}

async function undeployCluster(
  api: ClusterApi,
  { name, namespace }: ClusterSettings,
  objects: readonly ObjectRef[],
  { data, dryRun }: { data: boolean; dryRun: boolean },
): Promise<Undeployment['clusters'][number]> {
  const ours = objects.filter(({ kind }) => !STAYS.includes(kind)).toReversed();
  const ordered = [
    ...ours.filter(({ kind }) => FIRST.includes(kind)),
    ...ours.filter(({ kind }) => !FIRST.includes(kind)),
  ];
  const claims = await claimsOf(api, namespace, objects);
  const failed: { ref: ObjectRef; detail: string }[] = [];
  const remove = async (ref: ObjectRef) => {
    const answer = await api.remove(ref, { dryRun });
    if (!answer.ok && answer.status !== 404) failed.push({ ref, detail: refusalText(answer) });
  };
  for (const ref of ordered) await remove(ref);
  if (data) for (const ref of claims) await remove(ref);
  // As long as something is left, the inventory knows of it.
  if (failed.length === 0 && objects.length > 0) {
    await remove({ apiVersion: 'v1', kind: 'ConfigMap', namespace, name: INVENTORY_NAME });
  }
  return { cluster: name, removed: ordered, claims, failed };
}

/** The claims of the StatefulSets in the inventory, and of those that the operator made. */
async function claimsOf(
  api: ClusterApi,
  namespace: string,
  objects: readonly ObjectRef[],
): Promise<ObjectRef[]> {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace };
  const answer = await api.get(collectionPath(claim));
  const sets = [
    ...objects.filter(({ kind }) => kind === 'StatefulSet').map(({ name }) => name),
    ...[OPERATED.agent, OPERATED.ruler, OPERATED.alertmanager].filter(() =>
      objects.some(({ kind }) => FIRST.includes(kind)),
    ),
  ];
  return (answer.ok ? list(answer.body, 'items') : []).flatMap((item) => {
    const name = text(item, 'metadata', 'name') ?? '';
    // A claim of a StatefulSet is called `<volume>-<set>-<ordinal>`.
    const isOf = (set: string) => name.replace(/-\d{1,4}$/, '').endsWith(`-${set}`) && /-\d{1,4}$/.test(name);
    return sets.some(isOf) ? [{ ...claim, name }] : [];
  });
}
