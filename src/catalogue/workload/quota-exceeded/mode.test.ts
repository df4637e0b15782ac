import { changes, describeChanged, itemsOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';
import { event, isOfAgent, PENDING } from '../pending.testing.ts';

describeTexts('workload/quota-exceeded', {
  says: [
    '  Warning  FailedCreate  3s (x14 over 44s)  replicaset-controller  Error creating: pods "thanos-query-7d4-x" is forbidden: exceeded quota: compute, requested: requests.cpu=2, used: requests.cpu=7, limited: requests.cpu=8',
    'create Pod thanos-receive-2 in StatefulSet thanos-receive failed error: pods "thanos-receive-2" is forbidden: failed quota: compute: must specify limits.memory for: receive',
    'Error creating: pods "agent-0" is forbidden: maximum memory usage per Container is 1Gi, but limit is 4Gi',
    '[minimum cpu usage per Container is 100m, but request is 50m, maximum cpu usage per Pod is 2, but limit is 4]',
    '"message": "pods \\"x\\" is forbidden: cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000"',
    '[FIRING:1] KubeQuotaExceeded (monitoring limits.cpu warning)',
  ],
  not: {
    'Error creating: pods "x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false':
      null,
    'level=warn msg="GOMAXPROCS from CPU quota"': null,
    '[FIRING:1] KubeQuotaAlmostFull (monitoring info)': 'workload/quota-exceeded',
  },
});

// The API server refused the pod: there is none, and the ReplicaSet says why.
describeChanged('workload/quota-exceeded', {
  from: PENDING.from,
  change: changes(
    itemsOf(/^\/api\/v1\/(pods|events)\?/, (item) =>
      isOfAgent(item) || 'involvedObject' in item ? [] : [item],
    ),
    event(
      'ReplicaSet',
      PENDING.replicaSet,
      'FailedCreate',
      'Error creating: pods "vokmu-gunorjin-855f957985-x" is forbidden: exceeded quota: compute, requested: limits.memory=1Gi, used: limits.memory=8Gi, limited: limits.memory=8Gi',
    ),
  ),
  at: { role: 'agent', name: PENDING.name },
  hidden: /^\/api\/v1\/events\?/,
});
