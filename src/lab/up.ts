import { existsSync, writeFileSync } from 'node:fs';
import { MedicError } from '../errors.ts';
import { kubeconfigOf } from './cluster/credentials.ts';
import { ensureCluster, ensureImages } from './cluster/ensure.ts';
import { shareRoot } from './cluster/volumes.ts';
import { installPrograms } from './install/build.ts';
import { buildImages } from './install/images.ts';
import { installPackages } from './install/packages.ts';
import { kubectlFor } from './kubectl.ts';
import { type LabLayout, nodesOf } from './layout.ts';
import { withLock } from './lock.ts';
import { createBridge, createNode, routePods } from './network.ts';
import { applyObjects, clusterObjects, waitForSamples, waitUntilReady } from './pipeline/apply.ts';
import type { Progress } from './progress.ts';
import { deployRendered, prepareForDeploy } from './rendered.ts';
import {
  cacheDir,
  isOwn,
  type LabWishes,
  layoutOf,
  type Pipeline,
  prepareState,
  readState,
  writeState,
} from './state.ts';

/** The lab changes networks, mounts and cgroups of the machine. */
export function requireLinuxRoot(): void {
  if (process.platform !== 'linux') throw new MedicError('lab/unsupported', { what: 'Linux' });
  if (process.getuid?.() !== 0) throw new MedicError('lab/unsupported', { what: 'root' });
}

/**
 * Installs packages and builds programs and images; quick when all is in the cache. Gives the folder of programs.
 * What only a rendered pipeline runs is left out for a plain one.
 */
export async function install(progress: Progress, pipeline: Pipeline = 'plain'): Promise<string> {
  requireLinuxRoot();
  const wanted = wantedBy(pipeline);
  await installPackages(progress, wanted);
  const bin = await installPrograms(cacheDir(), progress, wanted);
  await buildImages(bin, cacheDir(), 'fleetmedic.lab', progress, wanted);
  return bin;
}

const wantedBy = (pipeline: Pipeline) => ({ rendered: !isOwn(pipeline), older: pipeline === 'older' });

/** Whether this machine can mount a file as a file system. */
export const hasLoopDevices = (): boolean => existsSync('/dev/loop-control');

function requireSizedVolumes(pipeline: Pipeline): void {
  if (isOwn(pipeline))
    throw new MedicError('usage/invalid', { detail: '--sized-volumes: --pipeline empty, rendered' });
  if (!hasLoopDevices()) throw new MedicError('lab/unsupported', { what: '/dev/loop-control' });
}

/**
 * Brings a lab up, or mends one: whatever runs and answers is left alone. Ends when samples of every cluster
 * are visible in Query.
 */
export async function up(asked: LabWishes, progress: Progress): Promise<LabLayout> {
  const { pipeline = readState(asked.instance)?.pipeline ?? 'plain' } = asked;
  if (asked.sizedVolumes) requireSizedVolumes(pipeline);
  const bin = await install(progress, pipeline);
  return withLock(asked.instance, async () => {
    const state = prepareState({ ...asked, pipeline });
    writeState(state);
    const { lab, names } = layoutOf(state);

    progress.step('lab.up.clusters', { count: lab.clusters.length });
    await shareRoot();
    await createBridge(lab);
    for (const node of lab.clusters.flatMap(nodesOf)) await createNode(lab, node);
    for (const cluster of lab.clusters) await routePods(cluster);
    await Promise.all(lab.clusters.map((cluster) => ensureCluster(cluster, bin)));
    writeFileSync(lab.kubeconfig, kubeconfigOf(lab.clusters), { mode: 0o600 });
    progress.done();

    progress.step('lab.up.images');
    const archives = await buildImages(bin, cacheDir(), names.registry, progress, wantedBy(state.pipeline));
    await Promise.all(lab.clusters.flatMap(nodesOf).map((node) => ensureImages(node, archives)));
    progress.done();

    const kubectl = kubectlFor(bin, lab.kubeconfig);
    if (isOwn(state.pipeline)) {
      progress.step('lab.up.pipeline');
      for (const cluster of lab.clusters)
        await applyObjects(kubectl, cluster, clusterObjects(lab, cluster, names));
      await waitUntilReady(kubectl, lab, progress);
      progress.done();
    } else await prepareForDeploy(kubectl, lab, names, state, progress);
    if (state.pipeline === 'empty') return lab;
    if (state.pipeline === 'rendered') await deployRendered(kubectl, lab, names, progress);

    progress.step('lab.up.samples');
    await waitForSamples(kubectl, lab, names, progress);
    progress.done();
    return lab;
  });
}
