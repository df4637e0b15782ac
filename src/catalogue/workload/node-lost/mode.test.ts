import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { condition, container, PENDING, podWith } from '../pending.testing.ts';

describeTexts('workload/node-lost', {
  says: [
    'edge-node-2   NotReady   worker   45d   v1.29.3',
    '  Ready   Unknown   Sat, 21 Nov 2026 07:11:22 +0900   NodeStatusUnknown   Kubelet stopped posting node status.',
    '  Warning  NodeNotReady  3m  node-controller  Node is not ready',
    '[FIRING:1] KubeNodeNotReady (node-2 warning)',
    '"message": "The node was low on resource: ephemeral-storage. Threshold quantity: 1Gi, available: 512Mi. Container receive was using 4Gi, request is 0, has larger consumption of ephemeral-storage. ",',
    'thanos-store-0   0/1   Evicted   0   3h   <none>   node-2',
    'The node had condition: [DiskPressure].',
    '  Normal  NodeHasDiskPressure  kubelet  Node node-2 status is now: NodeHasDiskPressure',
    '0/2 nodes are available: 2 node(s) had untolerated taint {node.kubernetes.io/disk-pressure: }.',
    'Taints:  node.kubernetes.io/unreachable:NoExecute',
    'I1121 07:11:22.022 1 eviction_manager.go:376] "Attempting to reclaim" resourceName="memory"',
    'KubeletNotReady   PLEG is not healthy: pleg was last seen active 3m10s ago; threshold is 3m0s',
    'Pod was terminated in response to imminent node shutdown.',
  ],
  not: {
    'worker-2   Ready,SchedulingDisabled   worker   45d   v1.29.3': null,
    'Tolerations:  node.kubernetes.io/not-ready:NoExecute op=Exists for 300s': null,
    '              node.kubernetes.io/unreachable:NoExecute op=Exists for 300s': null,
    'node/worker-2 drained': null,
    'evicting pod monitoring/thanos-query-5c7': null,
    '  Normal  NodeReady  Node worker-2 status is now: NodeReady': null,
    '  Normal  NodeHasNoDiskPressure  Node worker-2 status is now: NodeHasNoDiskPressure': null,
  },
});

const lostPod = podWith({
  phase: 'Running',
  containerStatuses: container({ running: { startedAt: PENDING.earlier } }, true),
  conditions: [condition('Ready', 'False'), condition('PodScheduled', 'True')],
});

const nodeWith = (conditions: ReturnType<typeof condition>[]) =>
  itemsOf(/^\/api\/v1\/nodes\?/, (item) => {
    if (item.metadata.name !== PENDING.node) return [item];
    const metadata = { ...item.metadata, creationTimestamp: '2026-11-01T00:00:00Z' };
    return [{ ...item, metadata, status: { ...item.status, conditions } }];
  });

const isNode = { mode: 'workload/node-lost', component: { kind: 'Node', name: PENDING.node } };

it('names the node once, not the parts that stood on it', async () => {
  const { diagnosis } = await replayChanged(
    PENDING.from,
    changes(lostPod, nodeWith([condition('Ready', 'Unknown', 'Kubelet stopped posting node status.')])),
  );
  const confirmed = diagnosis.causes.filter((cause) => cause.confirmed);
  expect(confirmed).toHaveLength(1);
  expect(confirmed[0]).toMatchObject(isNode);
});

it('is not claimed where nodes may not be listed', async () => {
  const { diagnosis } = await replayChanged(PENDING.from, lostPod, ({ path }) =>
    path.startsWith('/api/v1/nodes'),
  );
  expect(diagnosis.causes.filter(({ mode, confirmed }) => confirmed && mode === isNode.mode)).toEqual([]);
});

it('a node that is only cordoned is no fault', async () => {
  const { diagnosis } = await replayChanged(
    'healthy',
    itemsOf(/^\/api\/v1\/nodes\?/, (item) => [{ ...item, spec: { ...item.spec, unschedulable: true } }]),
  );
  expect(diagnosis.causes).toEqual([]);
  expect(diagnosis.verdict).toBe('healthy');
});
