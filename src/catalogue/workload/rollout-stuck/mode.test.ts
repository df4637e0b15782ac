import { describeTexts } from '../../texts.testing.ts';

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
