import { join } from 'node:path';

/**
 * Where everything of one lab lies: names, addresses, folders. All of it follows from the instance name and
 * the slot (0–63) that the instance holds, so that two labs never meet.
 */
export interface LabLayout {
  instance: string;
  /** Which of the address ranges 10.64.0.0/16 … 10.127.0.0/16 is this lab's. */
  slot: number;
  bridge: string;
  bridgeAddress: string;
  /** The lab's whole address range, as CIDR. */
  range: string;
  /** Folder of everything that must outlive the command: keys, etcd, containerd, logs, process records. */
  stateDir: string;
  kubeconfig: string;
  clusters: ClusterLayout[];
}

/** A network namespace with a kubelet, and the files of both. */
export interface NodeLayout {
  /** The cluster's: the name of its kubeconfig context, for example `cluster-01`. */
  name: string;
  netns: string;
  /** Interface names have at most 15 characters: the veth pair is named by slot and index, not by name. */
  vethHost: string;
  vethNode: string;
  nodeName: string;
  nodeAddress: string;
  podCidr: string;
  serviceCidr: string;
  /** The Service address of the cluster's DNS. */
  dnsAddress: string;
  cgroup: string;
  dir: string;
  /** Where the cluster's keys lie: with its first node. */
  keysDir: string;
  /** Sockets lie in a short path: a Unix socket's path has at most 107 bytes. */
  runDir: string;
  apiServer: string;
}

/** A cluster is its first node, which has the control plane as well, and what joins it. */
export interface ClusterLayout extends NodeLayout {
  role: 'hub' | 'edge';
  index: number;
  /** Nodes beside the first. */
  workers: NodeLayout[];
}

/** All nodes of a cluster, the one with the control plane first. */
export const nodesOf = (cluster: ClusterLayout): NodeLayout[] => [cluster, ...cluster.workers];

export const MAX_HUB_NODES = 2;
export const MAX_EDGES = 3;
export const MAX_SLOTS = 64;
const FIRST_OCTET = 64;

/** An instance name becomes part of cgroup and namespace names and of folders. */
export const INSTANCE_PATTERN = /^[a-z][a-z0-9-]{0,19}$/;

export function labLayout(spec: {
  instance: string;
  slot: number;
  stateRoot: string;
  clusterNames: readonly string[];
  /** Nodes of the hub. */
  hubNodes: number;
}): LabLayout {
  const octet = FIRST_OCTET + spec.slot;
  const stateDir = join(spec.stateRoot, spec.instance);
  return {
    instance: spec.instance,
    slot: spec.slot,
    bridge: `fm${spec.slot}-br`,
    bridgeAddress: `10.${octet}.0.1`,
    range: `10.${octet}.0.0/16`,
    stateDir,
    kubeconfig: join(stateDir, 'kubeconfig'),
    clusters: spec.clusterNames.map((name, index): ClusterLayout => {
      const first = node(spec.instance, spec.slot, stateDir, { name, index, of: index });
      const isHub = index === 0;
      // Workers are counted after the last edge that there may ever be, so that nothing moves when one is added.
      const workers = Array.from({ length: isHub ? spec.hubNodes - 1 : 0 }, (_, more) =>
        node(spec.instance, spec.slot, stateDir, { name, index: MAX_EDGES + 1 + more, of: index }),
      );
      return { ...first, role: isHub ? 'hub' : 'edge', index, workers };
    }),
  };
}

/** One node: what is its own follows from `index`, what is its cluster's from `of`. */
function node(
  instance: string,
  slot: number,
  stateDir: string,
  { name, index, of }: { name: string; index: number; of: number },
): NodeLayout {
  const octet = FIRST_OCTET + slot;
  return {
    name,
    netns: `fm-${instance}-${index}`,
    vethHost: `fm${slot}h${index}`,
    vethNode: `fm${slot}n${index}`,
    nodeName: index === of ? `${name}-node` : `${name}-node-${index - MAX_EDGES + 1}`,
    nodeAddress: `10.${octet}.0.${10 + index}`,
    podCidr: `10.${octet}.${10 + index}.0/24`,
    serviceCidr: `10.${octet}.${20 + of}.0/24`,
    dnsAddress: `10.${octet}.${20 + of}.10`,
    cgroup: `fm-${instance}-${index}`,
    dir: join(stateDir, `c${index}`),
    keysDir: join(stateDir, `c${of}`),
    runDir: `/run/fleetmedic-lab/${instance}/${index}`,
    apiServer: `https://10.${octet}.0.${10 + of}:6443`,
  };
}
