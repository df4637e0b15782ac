import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MedicError } from '../errors.ts';
import { cgroupsOf, processesIn, removeCgroup } from './cgroups.ts';
import { type LabLayout, MAX_EDGES, MAX_HUB_NODES, nodesOf } from './layout.ts';
import { withLock } from './lock.ts';
import { processesInNetns, removeBridge, removeNode } from './network.ts';
import { kill, processesWith, runningProcesses } from './processes.ts';
import type { Progress } from './progress.ts';
import { tryRun } from './shell.ts';
import { freeSlot, layoutOf, readState, stateRoot } from './state.ts';
import { requireLinuxRoot } from './up.ts';

/**
 * Takes a lab down: processes, mounts, namespaces, cgroups, folders. It goes by what is there, not by what
 * was written down, so that it also ends a lab whose `up` was killed.
 */
export async function down(instance: string, progress: Progress): Promise<void> {
  requireLinuxRoot();
  await withLock(instance, async () => {
    const state = readState(instance);
    // With all clusters that it may ever have had; without a state only what carries the instance's name.
    const { lab } = layoutOf(
      state
        ? { ...state, ...MOST }
        : { instance, slot: -1, seed: null, sizedVolumes: false, pipeline: 'plain' as const, ...MOST },
    );

    progress.step('lab.down.processes');
    await killAll(lab);
    progress.done();

    progress.step('lab.down.rest');
    const folders = [lab.stateDir, join('/run/fleetmedic-lab', instance)];
    for (const folder of folders) await unmountBelow(folder);
    for (const node of lab.clusters.flatMap(nodesOf)) await removeNode(node);
    if (state) await removeBridge(lab);
    await removeCgroups(instance);
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    if (state) freeSlot(state);
    removeIfEmpty('/run/fleetmedic-lab/slots');
    removeIfEmpty('/run/fleetmedic-lab');
    progress.done();
  });
  removeIfEmpty(stateRoot());
}

/** All nodes that a lab may ever have had. */
const MOST = { edges: MAX_EDGES, hubNodes: MAX_HUB_NODES };

async function killAll(lab: LabLayout): Promise<void> {
  for (let round = 0; round < 100; round++) {
    // A kubectl of an `up` that was killed tries on for a while.
    const ids = new Set<number>(processesWith(`--kubeconfig=${lab.kubeconfig}`));
    for (const node of lab.clusters.flatMap(nodesOf)) {
      for (const { pid } of runningProcesses(node)) ids.add(pid);
      for (const pid of processesIn(node.cgroup)) ids.add(pid);
      for (const pid of await processesInNetns(node)) ids.add(pid);
    }
    if (ids.size === 0) return;
    for (const pid of ids) kill(pid);
    await sleep(100);
  }
  throw new MedicError('lab/tool-failed', { command: 'kill', detail: lab.instance });
}

/** Unmounts everything below a folder, the innermost first. */
async function unmountBelow(folder: string): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const points = mountPoints().filter((point) => point.startsWith(`${folder}/`));
    if (points.length === 0) return;
    for (const point of points.reverse()) {
      if ((await tryRun('umount', [point])) === null) await tryRun('umount', ['--lazy', point]);
    }
  }
}

/** Mount points in the order of mounting. The kernel writes blanks in paths as octal escapes. */
function mountPoints(): string[] {
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) =>
      (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 8)),
      ),
    );
}

async function removeCgroups(instance: string): Promise<void> {
  let left: string[] = [];
  for (let round = 0; round < 50; round++) {
    left = cgroupsOf(instance).flatMap(removeCgroup);
    if (left.length === 0) return;
    await sleep(100); // A killed process leaves its cgroup a moment later.
  }
  throw new MedicError('lab/tool-failed', { command: 'rmdir', detail: left.join(' ') });
}

function removeIfEmpty(dir: string): void {
  if (existsSync(dir) && readdirSync(dir).length === 0) rmSync(dir, { recursive: true });
}
