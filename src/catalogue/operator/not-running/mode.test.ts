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
