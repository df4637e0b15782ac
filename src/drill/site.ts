import { type ClusterLayout, type NodeLayout, nodesOf } from '../lab/layout.ts';
import { runningProcesses } from '../lab/processes.ts';
import { run } from '../lab/shell.ts';
import type { FaultContext } from './fault.ts';

/** Where a cluster lies on the machine. */
export function layoutOfCluster({ lab }: FaultContext, cluster: string): ClusterLayout {
  const layout = lab.clusters.find(({ name }) => name === cluster);
  if (!layout) throw new Error(`no such cluster: ${cluster}`);
  return layout;
}

/** The contexts of all edges. */
export const edgesOf = ({ lab }: FaultContext): string[] =>
  lab.clusters.filter(({ role }) => role === 'edge').map(({ name }) => name);

/** Takes a cluster's uplink away or gives it back. */
export async function linkState(context: FaultContext, cluster: string, state: 'up' | 'down'): Promise<void> {
  const { vethHost } = layoutOfCluster(context, cluster);
  await run('ip', ['link', 'set', vethHost, state]);
}

/** A program in the network of a node. */
export const inNode = ({ netns }: NodeLayout, ...argv: string[]): string[] => [
  ...['nsenter', `--net=/run/netns/${netns}`, '--'],
  ...argv,
];

/** A program that may fail: there may be nothing left for it to do. */
export const perhaps = (argv: readonly string[]): string[] => ['sh', '-c', '"$@" || true', 'sh', ...argv];

/** Drops packets that a node passes on from or to its pods; what it gives takes the rule away again. */
export async function dropForwarded(
  { hands }: FaultContext,
  node: NodeLayout,
  ...rule: string[]
): Promise<() => Promise<void>> {
  const filter = (action: '-I' | '-D') =>
    inNode(node, 'iptables', '-w', action, 'FORWARD', ...rule, '-j', 'DROP');
  const open = perhaps(filter('-D'));
  await hands.command(filter('-I'), open);
  return () => hands.command(open, ['true']);
}

/** Takes the route to an address away from a node and its pods: they are told that there is none. */
export async function loseRoute({ hands }: FaultContext, node: NodeLayout, address: string): Promise<void> {
  const route = (action: 'add' | 'delete') =>
    inNode(node, 'ip', 'route', action, 'unreachable', `${address}/32`);
  await hands.command(route('add'), perhaps(route('delete')));
}

/** Connections to a Service's address outlive what it leads to, unless the nodes forget where they led. */
export async function forgetConnections(
  context: FaultContext,
  cluster: string,
  address: string,
): Promise<void> {
  for (const node of nodesOf(layoutOfCluster(context, cluster)))
    await context.hands.command(perhaps(inNode(node, 'conntrack', '-D', '-d', address)), ['true']);
}

/** Nothing of the edge's agent reaches Receive any more (plain lab); what it gives ends that. */
export function dropRemoteWrite(context: FaultContext): Promise<() => Promise<void>> {
  const { hub, edge, names } = context;
  const { nodeAddress } = layoutOfCluster(context, hub);
  const { remoteWriteNodePort } = names.ports;
  return dropForwarded(
    context,
    layoutOfCluster(context, edge),
    ...['-p', 'tcp', '-d', nodeAddress, '--dport', String(remoteWriteNodePort)],
  );
}

/** Takes a node's network away: to all others it is as if its power had failed. */
export const cutOff = ({ hands }: FaultContext, { vethHost }: NodeLayout): Promise<void> =>
  hands.command(['ip', 'link', 'set', vethHost, 'down'], perhaps(['ip', 'link', 'set', vethHost, 'up']));

/** A process of a node does nothing any more: it is not gone, and does not answer. */
export async function freeze({ hands }: FaultContext, node: NodeLayout, name: string): Promise<void> {
  const found = runningProcesses(node).find((one) => one.name === name);
  if (!found) throw new Error(`no ${name} runs on ${node.nodeName}`);
  const signal = (which: string) => ['sh', '-c', `kill -${which} ${found.pid}`];
  await hands.command(signal('STOP'), perhaps(signal('CONT')));
}

/** The machine takes an address: a host outside of all clusters, which they reach. */
export const takeAddress = ({ hands, lab }: FaultContext, address: string): Promise<void> => {
  const change = (action: 'add' | 'del') => ['ip', 'address', action, `${address}/32`, 'dev', lab.bridge];
  return hands.command(change('add'), perhaps(change('del')));
};
