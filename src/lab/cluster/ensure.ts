import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MedicError } from '../../errors.ts';
import { createCgroup } from '../cgroups.ts';
import type { ImageArchive } from '../install/images.ts';
import type { ClusterLayout, NodeLayout } from '../layout.ts';
import { isRunning, logFile, type ProcessSpec, runningProcesses, start, stop } from '../processes.ts';
import { run, tryRun } from '../shell.ts';
import { createCredentials, credentialFiles, kubeconfigOf } from './credentials.ts';
import { nodeFiles, writeNodeFiles } from './node-files.ts';
import { clusterProcesses, nodeProcesses } from './processes.ts';
import { shareVolumes } from './volumes.ts';

const START_TIMEOUT_MS = 90_000;

/**
 * Makes the cluster's processes run, starting those that do not. Its network and cgroup parent must exist.
 * Ends when the API server answers and the container runtime takes requests.
 */
export async function ensureCluster(cluster: ClusterLayout, bin: string): Promise<void> {
  mkdirSync(cluster.dir, { recursive: true, mode: 0o700 });
  createCgroup(cluster.cgroup);
  createCredentials(cluster);
  writeNodeFiles(cluster);
  await shareVolumes(cluster);
  const specs = clusterProcesses(cluster, bin);
  await ensure(cluster, specs, 'etcd', async () => listens(cluster, 2379));
  await ensure(cluster, specs, 'kube-apiserver', () => apiServerReady(cluster));
  writeFileSync(credentialFiles(cluster).kubeconfig, kubeconfigOf([cluster]), { mode: 0o600 });
  await ensure(cluster, specs, 'containerd', () => containerdReady(cluster));
  for (const name of ['kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy']) {
    await ensure(cluster, specs, name, async () => isRunning(cluster, name));
  }
  for (const worker of cluster.workers) await ensureWorker(worker, bin);
}

/** A node that joins a cluster whose API server answers. */
async function ensureWorker(node: NodeLayout, bin: string): Promise<void> {
  mkdirSync(node.dir, { recursive: true, mode: 0o700 });
  createCgroup(node.cgroup);
  writeNodeFiles(node);
  await shareVolumes(node);
  const specs = nodeProcesses(node, bin);
  await ensure(node, specs, 'containerd', () => containerdReady(node));
  for (const name of ['kubelet', 'kube-proxy']) {
    await ensure(node, specs, name, async () => isRunning(node, name));
  }
}

async function ensure(
  node: NodeLayout,
  specs: readonly ProcessSpec[],
  name: string,
  ready: () => Promise<boolean>,
): Promise<void> {
  const spec = specs.find((candidate) => candidate.name === name);
  if (!spec) throw new Error(`no process is called ${name}`);
  if (isRunning(node, name)) {
    if (await within(10_000, ready)) return;
    stop(node, name); // It runs and does not answer: half-dead is mended by a new start.
  }
  if (name === 'containerd') rmSync(nodeFiles(node).containerdSocket, { force: true });
  start(node, spec);
  if (!(await within(START_TIMEOUT_MS, ready, () => isRunning(node, name)))) {
    throw new MedicError('lab/not-ready', { what: `${node.name}: ${name}`, log: logFile(node, name) });
  }
}

/** Asks until the answer is yes or the time is over; gives up early when `alive` says no. */
async function within(ms: number, ready: () => Promise<boolean>, alive = () => true): Promise<boolean> {
  const deadline = Date.now() + ms;
  for (;;) {
    if (await ready()) return true;
    if (Date.now() > deadline || !alive()) return false;
    await sleep(200);
  }
}

/** Whether the cluster's namespace has a listener on this port; only that namespace reaches its loopback. */
function listens(cluster: ClusterLayout, port: number): boolean {
  const process_ = runningProcesses(cluster)[0];
  if (!process_) return false;
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync(`/proc/${process_.pid}/net/tcp`, 'utf8')
    .split('\n')
    .some((line) => {
      const [, local, , state] = line.trim().split(/\s+/);
      return local?.endsWith(suffix) === true && state === '0A'; // 0A: LISTEN
    });
}

/** `/readyz` is open to everyone, so that no credential is needed before the certificate exists. */
function apiServerReady(cluster: ClusterLayout): Promise<boolean> {
  return new Promise((resolve) => {
    const req = request(
      `${cluster.apiServer}/readyz`,
      { rejectUnauthorized: false, timeout: 2000 },
      (res) => {
        res.resume();
        resolve(res.statusCode === 200);
      },
    );
    req.on('timeout', () => req.destroy());
    req.on('error', () => resolve(false));
    req.end();
  });
}

async function containerdReady(node: NodeLayout): Promise<boolean> {
  return (await tryRun('ctr', ['--address', nodeFiles(node).containerdSocket, 'version'])) !== null;
}

/**
 * Loads images into a node's container runtime where they are missing, under the lab's registry name. An
 * archive's path has the hash of its content: a rebuilt image is loaded again although its name is the same.
 */
export async function ensureImages(node: NodeLayout, archives: readonly ImageArchive[]): Promise<void> {
  const ctr = (...args: string[]) =>
    run('ctr', ['--address', nodeFiles(node).containerdSocket, '-n', 'k8s.io', 'images', ...args]);
  const loaded = join(node.dir, 'images.json');
  const done = new Set<string>(
    existsSync(loaded) ? (JSON.parse(readFileSync(loaded, 'utf8')) as string[]) : [],
  );
  for (const { file, name, alias } of archives) {
    if (done.has(file)) continue;
    await ctr('import', file);
    if (alias !== name) await ctr('tag', '--force', name, alias);
    done.add(file);
    writeFileSync(loaded, JSON.stringify([...done]));
  }
}
