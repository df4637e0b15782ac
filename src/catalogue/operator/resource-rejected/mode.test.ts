import {
  answerTo,
  changes,
  describeChanged,
  inCluster,
  operatorKinds,
  warningAbout,
  withOperator,
} from '../../changed.testing.ts';
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

const KINDS = operatorKinds('cluster-02', 'prometheuses', 'servicemonitors', 'podmonitors');

// The operator says in the status of an agent that it cannot make it.
describeChanged('operator/resource-rejected', {
  from: 'healthy',
  change: changes(
    ...[inCluster('cluster-02', withOperator('monitoring')), KINDS],
    answerTo('cluster-02', /\/prometheusagents\?/, {
      items: [
        {
          metadata: { name: 'agent', namespace: 'monitoring', generation: 3 },
          status: {
            conditions: [
              {
                ...{
                  type: 'Reconciled',
                  status: 'False',
                  reason: 'ReconciliationFailed',
                  observedGeneration: 3,
                },
                message: 'creating config failed: failed to get additional scrape configs: key "x" not found',
              },
            ],
          },
        },
      ],
    }),
  ),
  at: { role: 'operator', cluster: 'cluster-02', name: 'prometheus-operator' },
  hidden: /prometheusagents|\/proxy\/api\/v1\/query/,
});

// It measures that it refuses a monitor, and said which in an event.
describeChanged('operator/resource-rejected', {
  from: 'healthy',
  change: changes(
    ...[inCluster('cluster-02', withOperator('monitoring')), KINDS],
    answerTo(
      'cluster-02',
      /prometheus-operator-5d4f-x:8080\/proxy\/metrics/,
      'prometheus_operator_managed_resources{controller="prometheus-agent",resource="ServiceMonitor",state="rejected"} 1\n',
    ),
    inCluster(
      'cluster-02',
      warningAbout(
        { kind: 'ServiceMonitor', namespace: 'monitoring', name: 'app' },
        {
          ...{ reason: 'InvalidConfiguration', at: '2026-11-21T08:50:00Z' },
          message: '"monitoring/app" was rejected due to invalid configuration: invalid regex',
        },
      ),
    ),
  ),
  at: { role: 'operator', cluster: 'cluster-02', name: 'prometheus-operator' },
  hidden: /proxy\/metrics|\/proxy\/api\/v1\/query/,
});
