import { existsSync } from 'node:fs';
import { type ClusterLayout, type LabLayout, type NodeLayout, nodesOf } from './layout.ts';
import { run, tryRun } from './shell.ts';

/** One bridge in the host's namespace joins the lab's nodes, so that clusters meet as over a real network. */
export async function createBridge(lab: LabLayout): Promise<void> {
  if ((await tryRun('ip', ['link', 'show', lab.bridge])) === null) {
    await run('ip', ['link', 'add', lab.bridge, 'type', 'bridge']);
  }
  await run('ip', ['address', 'replace', `${lab.bridgeAddress}/24`, 'dev', lab.bridge]);
  await run('ip', ['link', 'set', lab.bridge, 'up']);
  // Where another program (Docker) closed the host's forwarding, the bridge's own traffic still passes.
  if ((await tryRun('iptables', ['-w', '-C', ...forwardRule(lab)])) === null) {
    await run('iptables', ['-w', '-I', ...forwardRule(lab)]);
  }
}

function forwardRule(lab: LabLayout): string[] {
  const comment = ['-m', 'comment', '--comment', `fleetmedic-lab ${lab.instance}`];
  return ['FORWARD', '-i', lab.bridge, '-o', lab.bridge, ...comment, '-j', 'ACCEPT'];
}

/** A network namespace is a node: one veth pair to the bridge, one address, forwarding on. */
export async function createNode(lab: LabLayout, node: NodeLayout): Promise<void> {
  if (!existsSync(`/run/netns/${node.netns}`)) await run('ip', ['netns', 'add', node.netns]);
  const inside = (...args: string[]) => run('nsenter', [`--net=/run/netns/${node.netns}`, '--', ...args]);
  if ((await tryRun('ip', ['link', 'show', node.vethHost])) === null) {
    await run('ip', [
      ...['link', 'add', node.vethHost, 'type', 'veth'],
      ...['peer', 'name', node.vethNode, 'netns', node.netns],
    ]);
  }
  await run('ip', ['link', 'set', node.vethHost, 'master', lab.bridge, 'up']);
  await inside('ip', 'link', 'set', 'lo', 'up');
  await inside('ip', 'link', 'set', node.vethNode, 'up');
  await inside('ip', 'address', 'replace', `${node.nodeAddress}/24`, 'dev', node.vethNode);
  await inside('ip', 'route', 'replace', 'default', 'via', lab.bridgeAddress);
  await inside('sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward');
  // Pods on one node reach each other through a Service only if bridged packets pass the packet filter.
  await inside('sh', '-c', 'f=/proc/sys/net/bridge/bridge-nf-call-iptables; test ! -e $f || echo 1 > $f');
}

/** Pods of one cluster reach each other across its nodes. */
export async function routePods(cluster: ClusterLayout): Promise<void> {
  const nodes = nodesOf(cluster);
  for (const node of nodes) {
    for (const other of nodes.filter((one) => one !== node)) {
      const route = ['ip', 'route', 'replace', other.podCidr, 'via', other.nodeAddress];
      await run('nsenter', [`--net=/run/netns/${node.netns}`, '--', ...route]);
    }
  }
}

export async function removeNode(node: NodeLayout): Promise<void> {
  await tryRun('ip', ['link', 'delete', node.vethHost]);
  if (existsSync(`/run/netns/${node.netns}`)) await tryRun('ip', ['netns', 'delete', node.netns]);
}

export async function removeBridge(lab: LabLayout): Promise<void> {
  while ((await tryRun('iptables', ['-w', '-D', ...forwardRule(lab)])) !== null);
  await tryRun('ip', ['link', 'delete', lab.bridge]);
}

/** Ids of the processes in the cluster's network namespace, whoever started them. */
export async function processesInNetns(node: NodeLayout): Promise<number[]> {
  const out = await tryRun('ip', ['netns', 'pids', node.netns]);
  return (out ?? '').split('\n').filter(Boolean).map(Number);
}
