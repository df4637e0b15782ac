import { existsSync } from 'node:fs';
import type { ClusterLayout, LabLayout } from './layout.ts';
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
export async function createNode(lab: LabLayout, cluster: ClusterLayout): Promise<void> {
  if (!existsSync(`/run/netns/${cluster.netns}`)) await run('ip', ['netns', 'add', cluster.netns]);
  const inside = (...args: string[]) => run('nsenter', [`--net=/run/netns/${cluster.netns}`, '--', ...args]);
  if ((await tryRun('ip', ['link', 'show', cluster.vethHost])) === null) {
    await run('ip', [
      ...['link', 'add', cluster.vethHost, 'type', 'veth'],
      ...['peer', 'name', cluster.vethNode, 'netns', cluster.netns],
    ]);
  }
  await run('ip', ['link', 'set', cluster.vethHost, 'master', lab.bridge, 'up']);
  await inside('ip', 'link', 'set', 'lo', 'up');
  await inside('ip', 'link', 'set', cluster.vethNode, 'up');
  await inside('ip', 'address', 'replace', `${cluster.nodeAddress}/24`, 'dev', cluster.vethNode);
  await inside('ip', 'route', 'replace', 'default', 'via', lab.bridgeAddress);
  await inside('sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward');
  // Pods on one node reach each other through a Service only if bridged packets pass the packet filter.
  await inside('sh', '-c', 'f=/proc/sys/net/bridge/bridge-nf-call-iptables; test ! -e $f || echo 1 > $f');
}

export async function removeNode(cluster: ClusterLayout): Promise<void> {
  await tryRun('ip', ['link', 'delete', cluster.vethHost]);
  if (existsSync(`/run/netns/${cluster.netns}`)) await tryRun('ip', ['netns', 'delete', cluster.netns]);
}

export async function removeBridge(lab: LabLayout): Promise<void> {
  while ((await tryRun('iptables', ['-w', '-D', ...forwardRule(lab)])) !== null);
  await tryRun('ip', ['link', 'delete', lab.bridge]);
}

/** Ids of the processes in the cluster's network namespace, whoever started them. */
export async function processesInNetns(cluster: ClusterLayout): Promise<number[]> {
  const out = await tryRun('ip', ['netns', 'pids', cluster.netns]);
  return (out ?? '').split('\n').filter(Boolean).map(Number);
}
