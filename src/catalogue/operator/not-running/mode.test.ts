import { describeChanged, inCluster, listOf, withOperator } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('operator/not-running', {
  says: [
    'Error from server (InternalError): error when creating "rules.yaml": Internal error occurred: failed calling webhook "prometheusrulemutate.monitoring.coreos.com": failed to call webhook: Post "https://prometheus-operator.monitoring.svc:443/admission-prometheusrules/mutate?timeout=10s": no endpoints available for service "prometheus-operator"',
    'failed calling webhook "prometheusrulevalidate.monitoring.coreos.com": failed to call webhook: Post "https://x.svc:443/admission-prometheusrules/validate": dial tcp 10.96.7.7:443: connect: connection refused',
    'failed calling webhook "prometheusrulemutate.monitoring.coreos.com": failed to call webhook: Post "https://kps-operator.monitoring.svc:443/": service "kps-operator" not found',
    'alertname=PrometheusOperatorNotReady controller=prometheus namespace=monitoring',
  ],
  not: {
    'admission webhook "prometheusrulevalidate.monitoring.coreos.com" denied the request: Rules are not valid':
      'operator/resource-rejected',
    'level=info caller=operator.go:200 component=prometheus-controller msg="connection established" cluster-version=v1.33.0':
      null,
  },
});

// An operator that somebody scaled to zero.
describeChanged('operator/not-running', {
  from: 'healthy',
  change: inCluster('cluster-02', withOperator('monitoring', false)),
  at: { role: 'operator', cluster: 'cluster-02', variant: 'scaled-to-zero' },
  hidden: /deployments|\/proxy\/api\/v1\/query/,
});

// What an operator made is there, and no operator.
describeChanged('operator/not-running', {
  from: 'healthy',
  change: inCluster(
    'cluster-02',
    listOf('/apis/apps/v1/statefulsets?', (items) =>
      items.map((item) => ({
        ...item,
        metadata: {
          ...item.metadata,
          ownerReferences: [{ kind: 'PrometheusAgent', name: 'agent', controller: true }],
        },
      })),
    ),
  ),
  at: { role: 'operator', cluster: 'cluster-02', variant: 'missing' },
  hidden: /statefulsets/,
});
