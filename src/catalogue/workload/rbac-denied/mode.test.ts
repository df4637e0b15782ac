import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('workload/rbac-denied', {
  says: [
    'ts=2026-11-21T07:11:22Z caller=klog.go:124 level=error component=k8s_client_runtime func=ErrorDepth msg="Unhandled Error" err="failed to list *v1.Pod: pods is forbidden: User \\"system:serviceaccount:monitoring:prometheus-agent\\" cannot list resource \\"pods\\" in API group \\"\\" at the cluster scope"',
    'E1121 07:11:22.022 1 reflector.go:205] "Failed to watch" err="failed to list *v1.EndpointSlice: endpointslices.discovery.k8s.io is forbidden: User \\"system:serviceaccount:monitoring:default\\" cannot list resource \\"endpointslices\\" in API group \\"discovery.k8s.io\\" in the namespace \\"apps\\"" reflector="pkg/mod" type="*v1.EndpointSlice"',
    'error retrieving resource lock monitoring/operator: leases.coordination.k8s.io "operator" is forbidden: User "system:serviceaccount:monitoring:operator" cannot get resource "leases" in API group "coordination.k8s.io" in the namespace "monitoring"',
    'Forbidden (user=system:serviceaccount:monitoring:prometheus-k8s, verb=get, resource=nodes, subresource(s)=[metrics])',
    '{"level":"error","error":"prometheusagents.monitoring.coreos.com is forbidden: User \\"system:serviceaccount:monitoring:operator\\" cannot watch resource \\"prometheusagents\\""}',
    'Error creating: pods "thanos-store-0" is forbidden: error looking up service account monitoring/thanos: serviceaccount "thanos" not found',
  ],
  not: {
    'Error from server (Forbidden): pods is forbidden: User "jane" cannot list resource "pods" in API group "" in the namespace "monitoring"':
      null,
    'Error creating: pods "x" is forbidden: exceeded quota: compute, requested: limits.memory=4Gi, used: limits.memory=16Gi, limited: limits.memory=16Gi':
      'workload/quota-exceeded',
    'server returned HTTP status 403 Forbidden': 'scrape/target-unauthorized',
  },
});

const REFUSED =
  'time=2026-11-21T08:55:00Z level=ERROR source=reflector.go:205 msg="Failed to watch" err="failed to list *v1.Pod: pods is forbidden: User \\"system:serviceaccount:sopel:default\\" cannot list resource \\"pods\\" in API group \\"\\" at the cluster scope"';

// An agent whose container keeps ending, as a refused configuration makes it, with other last lines.
describeChanged('workload/rbac-denied', {
  from: 'agent-config-invalid',
  change: logOf(/pods\/vokmu-gunorjin-5f7d96f66f/, REFUSED, REFUSED),
  at: { role: 'agent', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
