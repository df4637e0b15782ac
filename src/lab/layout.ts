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

export interface ClusterLayout {
  /** The name of the kubeconfig context, for example `cluster-01`. */
  name: string;
  role: 'hub' | 'edge';
  index: number;
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
  /** Sockets lie in a short path: a Unix socket's path has at most 107 bytes. */
  runDir: string;
  apiServer: string;
}

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
    clusters: spec.clusterNames.map((name, index) => ({
      name,
      role: index === 0 ? 'hub' : 'edge',
      index,
      netns: `fm-${spec.instance}-${index}`,
      vethHost: `fm${spec.slot}h${index}`,
      vethNode: `fm${spec.slot}n${index}`,
      nodeName: `${name}-node`,
      nodeAddress: `10.${octet}.0.${10 + index}`,
      podCidr: `10.${octet}.${10 + index}.0/24`,
      serviceCidr: `10.${octet}.${20 + index}.0/24`,
      dnsAddress: `10.${octet}.${20 + index}.10`,
      cgroup: `fm-${spec.instance}-${index}`,
      dir: join(stateDir, `c${index}`),
      runDir: `/run/fleetmedic-lab/${spec.instance}/${index}`,
      apiServer: `https://10.${octet}.0.${10 + index}:6443`,
    })),
  };
}
