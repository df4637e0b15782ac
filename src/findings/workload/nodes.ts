import type { ClusterEvidence } from '../../evidence/evidence.ts';
import type { ClusterNode } from '../../evidence/kubernetes/objects.ts';
import { seenOr } from '../../evidence/look.ts';
import type { Component } from '../../fleet/fleet.ts';
import { type ComponentRef, componentRef } from '../../fleet/subjects.ts';
import { ageSeconds, type FindingContext, type FindingRule } from '../context.ts';
import { type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';
import { isWaiting } from './scheduling.ts';

/** A node that was just made is not ready yet, and that is no fault. */
const JOINING_SECONDS = 180;

/** Nodes that are lost or under pressure, and pods that they evicted. A node that is only cordoned is neither. */
export const nodes: FindingRule = {
  name: 'workload/nodes',
  look: (context) => [
    ...[...context.evidence.clusters.values()].flatMap((cluster) => lost(context, cluster)),
    ...context.fleet.components
      .filter(({ role, ref }) => role !== 'config-reloader' && ref.container === null)
      .flatMap((component) => evicted(context, component)),
  ],
};

function lost(context: FindingContext, cluster: ClusterEvidence): Finding[] {
  const own = context.index.inCluster(cluster.name).filter(({ ref }) => ref.container === null);
  const look = cluster.nodes;
  if (!look.seen) {
    // Where all is ready no node can be missed.
    const unready = own.flatMap((component) =>
      context.pods(component).flatMap(({ ready, node }) => (ready || node === null ? [] : [node])),
    );
    return [...new Set(unready)].map((name) =>
      unknown('node-not-ready', nodeRef(cluster.name, name), look.reason),
    );
  }
  return look.value.flatMap((node) => {
    const [trouble] = node.troubles;
    if (!trouble || isJoining(context, node) || !concerns(context, own, node)) return [];
    const condition = node.troubles
      .map(({ type, message }) => `${type === 'Ready' ? 'NotReady' : type} ${message}`.trim())
      .join('; ');
    return [
      present('node-not-ready', nodeRef(cluster.name, node.meta.name), {
        evidence: [quote(look.source, note('node-says', { node: node.meta.name, words: condition }))],
        facts: { condition, node: node.meta.name },
        since: trouble.since,
      }),
    ];
  });
}

const nodeRef = (cluster: string, name: string): ComponentRef =>
  componentRef({ cluster, namespace: null, kind: 'Node', name, role: 'node' });

function isJoining(context: FindingContext, node: ClusterNode): boolean {
  const age = ageSeconds(context, node.meta.createdAt);
  return age !== null && age < JOINING_SECONDS;
}

/** Parts of the pipeline stand on it, or wait for room that it would give. */
function concerns(context: FindingContext, own: readonly Component[], node: ClusterNode): boolean {
  return own.some((component) =>
    context
      .pods(component)
      .some((pod) => pod.node === node.meta.name || (pod.node === null && isWaiting(context, pod))),
  );
}

/** What an eviction left behind is no finding once all pods are there again. */
function evicted(context: FindingContext, component: Component): Finding[] {
  const list = context.clusterOf(component).pods;
  const pods = seenOr(list, []).length === 0 ? [] : context.pods(component);
  const wanted = component.desired ?? 1;
  if (pods.filter(({ ready, meta }) => ready && !meta.deletingSince).length >= wanted) return [];
  const pod = pods.find(({ reason }) => reason === 'Evicted');
  if (!pod) return [];
  return [
    present('pod-evicted', component.ref, {
      evidence: [
        quote(
          list.source,
          note('pod-says', { pod: pod.meta.name, words: `${pod.reason} ${pod.message ?? ''}` }),
        ),
      ],
      facts: {
        ...{ words: pod.message ?? 'Evicted', condition: pod.message ?? 'Evicted' },
        ...{ pod: pod.meta.name, node: pod.node ?? '' },
      },
      since: pod.readySince,
    }),
  ];
}
