import { dirname, resolve } from 'node:path';
import type { ApiObject, ClusterApi, ObjectRef } from '../../apply/api.ts';
import { refKey, refOf, refusalText } from '../../apply/api.ts';
import { readInventory } from '../../apply/inventory.ts';
import { liveApi } from '../../apply/live.ts';
import { inParallel, type PlannedChange, planObjects, refused } from '../../apply/plan.ts';
import { readContexts } from '../../connect/kubeconfig.ts';
import type { FleetSettings } from '../../fleet/file/settings.ts';
import type { MessageKey, MessageParams } from '../../messages/messages.ts';
import type { Diagnosed } from '../../report/diagnosed.ts';
import { diagnoseFleet } from '../diagnose.ts';
import { openTransport } from '../open.ts';
import { renderChecked } from '../render.ts';
import { allObjects, type Deployment, deploymentOf, inventoryOf } from './objects.ts';
import { type Obstacle, preflight } from './preflight.ts';
import { prunable } from './prune.ts';
import { waitForSamples } from './samples.ts';
import { describe, type NotReady, waitUntilReady } from './wait.ts';

export interface ClusterPlan {
  cluster: string;
  context: string;
  changes: PlannedChange[];
  /** What the last deployment had and this one has not. */
  gone: ObjectRef[];
}

export interface Stop {
  cluster: string;
  why: 'stuck' | 'timeout' | 'refused' | 'no-samples';
  detail: string;
  waiting: readonly NotReady[];
}

export type Deployed =
  /** Nothing was changed. */
  | { outcome: 'obstacles'; obstacles: { cluster: string; obstacle: Obstacle }[] }
  | { outcome: 'blocked' | 'planned'; plans: ClusterPlan[] }
  | { outcome: 'stopped'; stop: Stop; diagnosed: Diagnosed | null; plans: ClusterPlan[] }
  | { outcome: 'deployed'; plans: ClusterPlan[]; removed: number; seconds: number };

export interface DeployProgress {
  step(key: MessageKey, params?: MessageParams): void;
  detail(text: string): void;
  done(): void;
}

export interface DeployOptions {
  fleetFile: string;
  kubeconfig?: string;
  dryRun: boolean;
  prune: boolean;
  timeoutMs: number;
  engine: string;
  /** Called with what will change, before it does. */
  onPlans(plans: readonly ClusterPlan[]): void;
}

interface Target {
  api: ClusterApi;
  deployment: Deployment;
  /** What the inventory said before this run. */
  before: ObjectRef[];
}

/**
 * Brings a fleet's clusters to what its file says: the hub first, because edges write to it. Everything is looked
 * at before anything is changed; a second run finds nothing to do, and one that was interrupted can be run again.
 */
export async function deploy(
  fleet: FleetSettings,
  options: DeployOptions,
  progress: DeployProgress,
): Promise<Deployed> {
  const started = Date.now();
  progress.step('deploy.step.render');
  const { clusters, definitions } = await renderChecked(fleet);
  const secretFile = (path: string) => resolve(dirname(options.fleetFile), path);
  const deployments = clusters.map((cluster) => deploymentOf(fleet, cluster, definitions, secretFile));
  progress.done();

  const contexts = readContexts({
    contexts: fleet.clusters.map(({ context }) => context),
    ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }),
  });
  const apis = contexts.map(liveApi);
  try {
    progress.step('deploy.step.look', { count: clusters.length });
    const found = await Promise.all(
      deployments.map((deployment, index) => look(fleet, apis[index] as ClusterApi, deployment)),
    );
    const obstacles = found.flatMap((one) => one.obstacles);
    if (obstacles.length > 0) return { outcome: 'obstacles', obstacles };
    const targets = found.flatMap(({ target }) => target ?? []);
    const plans = await Promise.all(targets.map(planOf));
    progress.done();
    if (plans.some(isBlocked)) return { outcome: 'blocked', plans };
    options.onPlans(plans);
    if (options.dryRun) return { outcome: 'planned', plans };

    const run: Run = { fleet, options, progress };
    const stop = await applyAll(run, targets, plans);
    if (stop) return { outcome: 'stopped', stop, plans, diagnosed: await explain(run, stop) };
    return {
      outcome: 'deployed',
      plans,
      removed: options.prune ? plans.reduce((sum, { gone }) => sum + gone.length, 0) : 0,
      seconds: (Date.now() - started) / 1000,
    };
  } finally {
    for (const api of apis) api.close();
  }
}

async function look(fleet: FleetSettings, api: ClusterApi, deployment: Deployment) {
  const { rendered } = deployment;
  const { name, namespace } = rendered.cluster;
  const named = (await preflight(api, fleet, rendered)).map((obstacle) => ({ cluster: name, obstacle }));
  if (named.length > 0) return { obstacles: named, target: null };
  const inventory = await readInventory(api, namespace);
  if (!inventory.ok) {
    const obstacle: Obstacle = { code: 'unseen', what: 'configmaps', detail: refusalText(inventory) };
    return { obstacles: [{ cluster: name, obstacle }], target: null };
  }
  const { fleet: other, objects } = inventory.body;
  if (other !== null && other !== fleet.name) {
    const obstacle: Obstacle = { code: 'other-fleet', fleet: other };
    return { obstacles: [{ cluster: name, obstacle }], target: null };
  }
  return { obstacles: [], target: { api, deployment, before: objects } satisfies Target };
}

async function planOf({ api, deployment, before }: Target): Promise<ClusterPlan> {
  const { cluster } = deployment.rendered;
  const objects = allObjects(deployment);
  return {
    cluster: cluster.name,
    context: cluster.context,
    changes: await planObjects(api, objects),
    gone: prunable(before, objects.map(refOf)),
  };
}

const isBlocked = ({ changes }: ClusterPlan): boolean =>
  changes.some(({ action }) => action === 'conflict' || action === 'refused');

interface Run {
  fleet: FleetSettings;
  options: DeployOptions;
  progress: DeployProgress;
}

/** The hub, then all edges at once, then the proof that samples of all of them arrive. */
async function applyAll(
  run: Run,
  targets: readonly Target[],
  plans: readonly ClusterPlan[],
): Promise<Stop | null> {
  const { progress } = run;
  const ofRole = (role: 'hub' | 'edge') =>
    targets.filter(({ deployment }) => deployment.rendered.cluster.role === role);
  for (const role of ['hub', 'edge'] as const) {
    const own = ofRole(role);
    if (own.length === 0) continue;
    const names = own.map(({ deployment }) => deployment.rendered.cluster.name).join(', ');
    progress.step('deploy.step.apply', { clusters: names });
    const waiting = new Map<string, readonly NotReady[]>();
    const show = (cluster: string, list: readonly NotReady[]) => {
      waiting.set(cluster, list);
      progress.detail([...waiting.values()].flat().map(describe).join(', '));
    };
    const stops = await Promise.all(
      own.map((target) => applyCluster(run, target, (list) => show(target.api.context, list))),
    );
    const stop = stops.find((found) => found !== null);
    if (stop) return stop;
    progress.done();
  }
  if (run.options.prune) await prune(run, targets, plans);
  progress.step('deploy.step.samples', { count: targets.length });
  const hub = ofRole('hub')[0] as Target;
  const missing = await waitForSamples(hub.api, run.fleet, {
    timeoutMs: run.options.timeoutMs,
    onWaiting: (clusters) => progress.detail(clusters.join(', ')),
  });
  if (missing.length > 0) {
    const detail = missing.join(', ');
    return { cluster: missing[0] ?? '', why: 'no-samples', detail, waiting: [] };
  }
  progress.done();
  return null;
}

async function applyCluster(
  { fleet, options }: Run,
  { api, deployment, before }: Target,
  onWaiting: (waiting: readonly NotReady[]) => void,
): Promise<Stop | null> {
  const { name: cluster } = deployment.rendered.cluster;
  const namespaces = deployment.foundation.filter(({ kind }) => kind === 'Namespace');
  const rest = deployment.foundation.filter(({ kind }) => kind !== 'Namespace');
  const layers: ApiObject[][] = [
    // The inventory lies in the namespace: it is the first thing that can be written after it.
    namespaces,
    [inventoryOf(fleet, deployment, before)],
    deployment.definitions,
    rest,
    deployment.workloads,
  ];
  for (const layer of layers) {
    const failed = (await inParallel(layer, 8, (object) => applyOne(api, object))).find(
      (change) => change !== null,
    );
    if (failed) return { cluster, why: 'refused', detail: failed, waiting: [] };
    const result = await waitUntilReady(api, layer, { timeoutMs: options.timeoutMs, onWaiting });
    if (!result.ready) return { cluster, why: result.why, detail: result.detail, waiting: result.waiting };
  }
  onWaiting([]);
  return null;
}

/** Applies one object; gives what the server said where it did not take it. */
async function applyOne(api: ClusterApi, object: ApiObject): Promise<string | null> {
  const answer = await api.apply(object, { dryRun: false });
  if (answer.ok) return null;
  const change = refused(refOf(object), answer);
  const name = `${object.kind} ${object.metadata.name}`;
  if (change.action !== 'conflict') return `${name}: ${refusalText(answer)}`;
  return `${name}: ${change.conflicts.map(({ field, manager }) => `${field} (${manager})`).join(', ')}`;
}

async function prune({ fleet, progress }: Run, targets: readonly Target[], plans: readonly ClusterPlan[]) {
  if (plans.every(({ gone }) => gone.length === 0)) return;
  progress.step('deploy.step.prune');
  for (const [index, { api, deployment }] of targets.entries()) {
    const gone = plans[index]?.gone ?? [];
    const kept = new Set<string>();
    for (const ref of gone) {
      const answer = await api.remove(ref, { dryRun: false });
      if (!answer.ok && answer.status !== 404) kept.add(refKey(ref));
    }
    const still = gone.filter((ref) => kept.has(refKey(ref)));
    await api.apply(inventoryOf(fleet, deployment, still), { dryRun: false });
  }
  progress.done();
}

/** What the diagnosis says of a pipeline that did not become ready; nothing where the server refused an object. */
async function explain({ fleet, options, progress }: Run, stop: Stop): Promise<Diagnosed | null> {
  if (stop.why === 'refused') return null;
  progress.step('deploy.step.diagnose');
  const { transport } = await openTransport({
    contexts: fleet.clusters.map(({ context }) => context),
    ...(options.kubeconfig !== undefined && { kubeconfig: options.kubeconfig }),
  });
  try {
    return await diagnoseFleet(transport, { engine: options.engine });
  } finally {
    transport.close();
    progress.done();
  }
}
