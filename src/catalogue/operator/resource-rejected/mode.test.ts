import { describeTexts } from '../../texts.testing.ts';

describeTexts('operator/resource-rejected', {
  says: [
    'level=warn ts=2026-11-21T07:11:22Z caller=resource_selector.go:174 component=prometheusagent-controller msg="skipping servicemonitor" error="it accesses file system via bearer token file which Prometheus specification prohibits" servicemonitor=monitoring/app namespace=monitoring prometheus=agent',
    'time=2026-11-21T07:11:22Z level=WARN source=resource_selector.go:209 msg="skipping object" component=prometheus-controller error="relabelConfigs: invalid regex" object=monitoring/app',
    'Warning  InvalidConfiguration  3s  prometheus-controller  "monitoring/app" was rejected due to invalid configuration: unable to get secret "token"',
    'Error from server: error when creating "rule.yaml": admission webhook "prometheusrulevalidate.monitoring.coreos.com" denied the request: Rules are not valid',
    'E1121 07:11:22.022 1 resource_reconciler.go:680] "Unhandled Error" err="sync \\"monitoring/k8s\\" failed: creating config failed: generating config failed: failed to get additional scrape configs: key not found"',
    'The ServiceMonitor "app" is invalid: spec.endpoints[0].interval: Invalid value: "30": should match pattern',
    'Error from server (BadRequest): error when creating "m.yaml": ServiceMonitor in version "v1" cannot be handled as a ServiceMonitor: strict decoding error: unknown field "spec.endpoints[0].prot"',
    '"reason":"ReconciliationFailed","status":"False","type":"Reconciled"',
    'ALERT PrometheusOperatorRejectedResources resource=ServiceMonitor state=rejected',
    '{"level":"warn","component":"prometheus-controller","msg":"skipping prometheusrule","error":"1:5: parse error: unexpected identifier","prometheusrule":"r","namespace":"monitoring"}',
  ],
  not: {
    'level=debug msg="skipping object not managed by the controller" object=monitoring/app error=none': null,
    'sync "monitoring/k8s" failed: Operation cannot be fulfilled on statefulsets.apps "prometheus-k8s": the object has been modified; please apply your changes to the latest version':
      null,
    'level=info component=prometheus-controller key=monitoring/k8s msg="sync prometheus"': null,
  },
});
