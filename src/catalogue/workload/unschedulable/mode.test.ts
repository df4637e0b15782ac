import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { describeChanged } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { condition, PENDING, podWith } from '../pending.testing.ts';

describeTexts('workload/unschedulable', {
  says: [
    '  Warning  FailedScheduling  5m  default-scheduler  0/3 nodes are available: 3 Insufficient memory. preemption: 0/3 nodes are available: 3 No preemption victims found for incoming pod.',
    '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }.',
    '0/4 nodes are available: 4 node(s) had untolerated taint {dedicated: gpu}.',
    "0/5 nodes are available: 5 node(s) didn't match Pod's node affinity/selector.",
    "0/3 nodes are available: 3 node(s) didn't match pod anti-affinity rules.",
    "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints.",
    "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.",
    '0/1 nodes are available: 1 Too many pods.',
    '0/1 nodes are available: 1 node(s) were unschedulable.',
    '"message": "0/3 nodes are available: 3 Insufficient cpu.",',
    'I1121 07:11:22.022 1 schedule_one.go:1055] "Unable to schedule pod; no fit; waiting" pod="monitoring/thanos-store-0" err="0/3 nodes are available: 3 Insufficient memory."',
    "Pod was rejected: Node didn't have enough resource: cpu, requested: 500, used: 1900, capacity: 2000",
    "pod didn't trigger scale-up: 1 max node group size reached",
  ],
  not: {
    '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.':
      null,
    '0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had volume node affinity conflict.':
      'storage/volume-zone-conflict',
    '0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }.':
      'workload/node-lost',
    'Successfully assigned monitoring/thanos-store-0 to node-1': null,
    '  Warning  FailedScheduling  2m  default-scheduler  0/3 nodes are available: 3 Insufficient cpu.\n  Normal  Scheduled  1m  default-scheduler  Successfully assigned monitoring/thanos-store-0 to node-4':
      null,
    'node/worker-2 cordoned': null,
  },
});

const unscheduled = (message: string) =>
  podWith(
    {
      phase: 'Pending',
      containerStatuses: [],
      conditions: [condition('PodScheduled', 'False', message)],
    },
    { nodeName: null },
  );

describeChanged('workload/unschedulable', {
  from: PENDING.from,
  change: unscheduled(
    '0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
  ),
  at: { role: 'agent', name: PENDING.name, variant: 'memory' },
  hidden: /^\/api\/v1\/pods\?/,
});

it('leaves a pod that waits for its volume to the area of storage', async () => {
  const { diagnosis } = await replayChanged(
    PENDING.from,
    unscheduled('0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.'),
  );
  expect(diagnosis.causes.map(({ mode }) => mode)).not.toContain('workload/unschedulable');
});
