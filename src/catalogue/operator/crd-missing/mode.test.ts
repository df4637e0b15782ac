import { changes, describeChanged, inCluster, operatorKinds, withOperator } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('operator/crd-missing', {
  says: [
    'error: resource mapping not found for name: "agent" namespace: "monitoring" from "agent.yaml": no matches for kind "PrometheusAgent" in version "monitoring.coreos.com/v1alpha1"\nensure CRDs are installed first',
    'Error: unable to build kubernetes objects from release manifest: [resource mapping not found for name: "x" namespace: "" from "": no matches for kind "ServiceMonitor" in version "monitoring.coreos.com/v1"',
    'E1121 07:11:22.022 1 reflector.go:150] "Unhandled Error" err="pkg/mod/k8s.io/client-go/tools/cache/reflector.go: Failed to watch *v1.PartialObjectMetadata: failed to list *v1.PartialObjectMetadata: the server could not find the requested resource (get servicemonitors.monitoring.coreos.com)"',
    `error: the server doesn't have a resource type "prometheusagents"`,
    'time=2026-11-21T07:11:22Z level=WARN source=main.go:81 msg="resource \\"prometheuses\\" (group: \\"monitoring.coreos.com/v1\\") not installed in the cluster"',
    'The CustomResourceDefinition "prometheuses.monitoring.coreos.com" is invalid: metadata.annotations: Too long: must have at most 262144 bytes',
    'Error from server (NotFound): customresourcedefinitions.apiextensions.k8s.io "podmonitors.monitoring.coreos.com" not found',
  ],
  not: {
    // The kinds of v1alpha1 may be missing where nobody uses them.
    'level=warn msg="resource \\"scrapeconfigs\\" (group: \\"monitoring.coreos.com/v1alpha1\\") not installed in the cluster"':
      null,
    'failed to list *v1.ServiceMonitor: servicemonitors.monitoring.coreos.com is forbidden: User "system:serviceaccount:monitoring:operator" cannot list resource "servicemonitors"':
      'workload/rbac-denied',
    'customresourcedefinition.apiextensions.k8s.io/servicemonitors.monitoring.coreos.com created': null,
  },
});

describeChanged('operator/crd-missing', {
  from: 'healthy',
  change: changes(
    inCluster('cluster-02', withOperator('monitoring')),
    operatorKinds('cluster-02', 'prometheuses', 'podmonitors', 'prometheusrules'),
  ),
  at: { role: 'operator', cluster: 'cluster-02', name: 'prometheus-operator' },
  hidden: /^\/apis\/monitoring|\/proxy\/api\/v1\/query/,
});
