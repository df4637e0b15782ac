import { expect, it } from 'vitest';
import { replayChanged } from '../../../drill/recordings.ts';
import { changes, describeChanged, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { condition, container, PENDING, podWith } from '../pending.testing.ts';

describeTexts('workload/rollout-stuck', {
  says: [
    'error: deployment "thanos-query" exceeded its progress deadline',
    '    message: ReplicaSet "thanos-query-7d4" has timed out progressing.',
    '"reason": "ProgressDeadlineExceeded",',
    '  Progressing    False   ProgressDeadlineExceeded',
    '[FIRING:1] KubeDeploymentRolloutStuck (monitoring thanos-query warning)',
    '[FIRING:1] KubeStatefulSetUpdateNotRolledOut (monitoring thanos-receive warning)',
    'Error: UPGRADE FAILED: timed out waiting for the condition',
    'Error: UPGRADE FAILED: context deadline exceeded',
  ],
  not: {
    'Waiting for deployment "thanos-query" rollout to finish: 1 old replicas are pending termination...':
      null,
    'deployment "thanos-query" successfully rolled out': null,
    'Waiting for deployment spec update to be observed...': null,
    '  Progressing    True    NewReplicaSetAvailable': null,
    'Waiting for 1 pods to be ready...': null,
    // The new pods say what is wrong with them.
    'error: deployment "thanos-query" exceeded its progress deadline\nthanos-query-7d4  0/1  ImagePullBackOff':
      'workload/image-unavailable',
  },
});

/** The pod of the template before runs on. */
const oldPod = itemsOf(/^\/api\/v1\/pods\?/, (item) => {
  if (item.metadata.name !== PENDING.pod) return [item];
  const labels = { ...(item.metadata.labels as object), 'pod-template-hash': '5f7d96f66f' };
  return [
    item,
    {
      metadata: {
        ...{ ...item.metadata, name: 'vokmu-gunorjin-5f7d96f66f-old', labels, uid: 'old' },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: 'vokmu-gunorjin-5f7d96f66f',
            controller: true,
            uid: 'y',
          },
        ],
      },
      spec: { ...item.spec, nodeName: PENDING.node },
      status: {
        phase: 'Running',
        containerStatuses: container({ running: { startedAt: PENDING.earlier } }, true),
        conditions: [condition('Ready', 'True'), condition('PodScheduled', 'True')],
      },
    },
  ];
});

const surge = podWith(
  {
    phase: 'Pending',
    containerStatuses: [],
    conditions: [condition('PodScheduled', 'False', '0/1 nodes are available: 1 Insufficient cpu.')],
  },
  { nodeName: null },
);

describeChanged('workload/rollout-stuck', {
  from: PENDING.from,
  change: changes(surge, oldPod),
  at: { role: 'agent', name: PENDING.name, variant: 'surge-pending' },
  hidden: /^\/api\/v1\/pods\?/,
  // What the agent of the recording did not send while it was down.
  also: [],
});

it('an update in progress is no fault', async () => {
  const { diagnosis } = await replayChanged(
    'healthy',
    itemsOf(/^\/apis\/apps\/v1\/statefulsets\?/, (item) => [
      { ...item, status: { ...item.status, updatedReplicas: 1 } },
    ]),
  );
  expect(diagnosis.causes).toEqual([]);
  expect(diagnosis.verdict).toBe('healthy');
});
