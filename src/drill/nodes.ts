import type { NodeLayout } from '../lab/layout.ts';
import {
  allOf,
  arrivesWithin,
  type Effect,
  isRolledOut,
  objectIs,
  queryPods,
  receivePods,
  storePods,
} from './effects.ts';
import { type FaultContext, kubectlCommand } from './fault.ts';
import { layoutOfCluster } from './site.ts';

/** The hub's second node. */
export function secondNode(context: FaultContext): NodeLayout {
  const [node] = layoutOfCluster(context, context.hub).workers;
  if (!node) throw new Error('the hub has one node');
  return node;
}

/** `kubectl cordon`, or `drain`: either is taken back by `uncordon`, which may be done twice. */
async function takeOut(
  context: FaultContext,
  { name, nodeName }: NodeLayout,
  ...how: readonly string[]
): Promise<void> {
  await context.hands.command(
    kubectlCommand(context, name, ...how, nodeName),
    kubectlCommand(context, name, 'uncordon', nodeName),
  );
}

/** Nothing new comes to a node. */
export const cordon = (context: FaultContext, node: NodeLayout): Promise<void> =>
  takeOut(context, node, 'cordon');

/** Nothing new comes to a node, and what is there moves to others. */
export const drain = (context: FaultContext, node: NodeLayout): Promise<void> =>
  takeOut(context, node, 'drain', '--ignore-daemonsets', '--delete-emptydir-data', '--timeout=150s');

/** Whether a node takes new pods. */
export const nodeTakesPods = (node: (context: FaultContext) => NodeLayout, takes: boolean): Effect =>
  objectIs<{ spec: { unschedulable?: boolean } }>(
    (context) => {
      const { name: cluster, nodeName } = node(context);
      return { cluster, kind: 'node', name: nodeName };
    },
    ({ spec }) => (spec.unschedulable !== true) === takes,
  );

/** The hub's parts all run, wherever they are now, and samples of the edge arrive (plain lab). */
export const hubIsWhole: Effect = allOf(
  isRolledOut('statefulset', receivePods),
  isRolledOut('statefulset', storePods),
  isRolledOut('deployment', queryPods),
  arrivesWithin(30, ({ edge }) => edge),
);
