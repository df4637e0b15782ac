import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('workload/scaled-to-zero', {
  sick: ['receive-scaled-to-zero'],
  hidden: /\/(statefulsets|deployments)\?/,
});

describeTexts('workload/scaled-to-zero', {
  says: [
    'thanos-query   0/0     0            0           10d',
    'statefulset.apps/thanos-receive   0/0     10d',
    'Replicas:               0 desired | 0 updated | 0 total | 0 available | 0 unavailable',
    'Replicas:           0 desired | 0 total',
    '$ kubectl scale statefulset/thanos-receive --replicas=0',
    '    "replicas": 0,',
    'ScalingDisabled  scaling is disabled since the replica count of the target is zero',
  ],
  not: {
    // An old ReplicaSet has none after every update.
    '  replicas: 0': null,
    'Normal  ScalingReplicaSet  Scaled down replica set thanos-query-7d4 to 0 from 1': null,
    'Replicas:       0 current / 0 desired': null,
    'Replicas:               10 desired | 10 updated | 10 total | 10 available | 0 unavailable': null,
    '  readyReplicas: 0': null,
    '  minReplicas: 0': null,
    'thanos-query   1/1     1            1           10d': null,
  },
});
