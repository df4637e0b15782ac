import { clusterProcesses, nodeProcesses } from './cluster/processes.ts';
import { kubectlFor } from './kubectl.ts';
import type { NodeLayout } from './layout.ts';
import { notReady, sampleAges } from './pipeline/apply.ts';
import { isRunning, type ProcessSpec } from './processes.ts';
import { layoutOf, requireState } from './state.ts';

export interface LabStatus {
  instance: string;
  seed: number | null;
  clusters: {
    name: string;
    role: 'hub' | 'edge';
    apiServer: string;
    /** Processes that should run and do not. */
    missingProcesses: string[];
    /** Workloads that are not ready; `null` where the API server does not answer. */
    notReady: string[] | null;
    /** Seconds since Query's last sample of this cluster; `null` where it has none. */
    lastSampleAgeSeconds: number | null;
  }[];
}

/** How a lab is, measured now. */
export async function status(instance: string, bin: string): Promise<LabStatus> {
  const state = requireState(instance);
  const { lab, names } = layoutOf(state);
  const kubectl = kubectlFor(bin, lab.kubeconfig);
  const ages = await sampleAges(kubectl, lab, names);
  const clusters = await Promise.all(
    lab.clusters.map(async (cluster) => ({
      name: cluster.name,
      role: cluster.role,
      apiServer: cluster.apiServer,
      missingProcesses: [
        ...missing(cluster, clusterProcesses(cluster, bin)),
        ...cluster.workers.flatMap((worker) => missing(worker, nodeProcesses(worker, bin))),
      ],
      notReady: await notReady(kubectl, cluster).catch(() => null),
      lastSampleAgeSeconds: ages.get(cluster.name) ?? null,
    })),
  );
  return { instance, seed: state.seed, clusters };
}

/** The first node's are named alone, a worker's with its node. */
const missing = (node: NodeLayout, specs: readonly ProcessSpec[]): string[] =>
  specs
    .filter(({ name }) => !isRunning(node, name))
    .map(({ name }) => (node.dir === node.keysDir ? name : `${node.nodeName} ${name}`));
