import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('rule/evaluation-failing', {
  says: [
    'ts=2026-11-21T10:00:00Z caller=group.go:544 level=warn component="rule manager" file=/etc/rules/a.yaml group=slo name=Burn index=1 msg="Evaluating rule failed" rule="alert: Burn" err="found duplicate series for the match group {instance=\\"a\\"} on the right hand-side of the operation: [];many-to-many matching not allowed: matching labels must be unique on one side"',
    '{"time":"2026-11-21T10:00:00Z","level":"WARN","msg":"Evaluating rule failed","component":"rule manager","err":"vector contains metrics with the same labelset after applying rule labels"}',
    'level=warn msg="Error on ingesting out-of-order result from rule evaluation" num_dropped=4',
    'level=error ts=2026-11-21T10:00:00Z caller=rule.go:997 component=rules err="perform POST request against http://query:9090/api/v1/query: Post: dial tcp 10.96.2.2:9090: connect: connection refused" query="up == 0"',
    'Alert: PrometheusMissingRuleEvaluations, pod prometheus-k8s-0',
    '{"labels":{"alertname":"ThanosNoRuleEvaluations","severity":"critical"}}',
    '{"name":"Burn","query":"a/b","health":"err","lastError":"many-to-many matching not allowed","type":"alerting"}',
  ],
  not: {
    'level=warn msg="Evaluating rule failed" rule="record: x" err="context canceled"': null,
    'found duplicate series for the match group {instance="a"} on the right hand-side of the operation': null,
    'level=info component="rule manager" msg="Starting rule manager..."': null,
  },
});

describeChanged('rule/evaluation-failing', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'prometheus',
    image: 'quay.io/prometheus/prometheus:v3.5.0',
    args: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
    answers: {
      '/metrics':
        'prometheus_rule_group_rules{rule_group="a;b"} 4\nprometheus_rule_evaluation_failures_total{rule_group="a;b"} 7\nprometheus_notifications_alertmanagers_discovered 1\n',
      '/api/v1/status/config': {
        status: 'success',
        data: { yaml: 'global: {external_labels: {cluster: cluster-01}}\n' },
      },
      '/api/v1/targets': { status: 'success', data: { activeTargets: [] } },
      '/api/v1/rules': {
        status: 'success',
        data: {
          groups: [
            {
              name: 'b',
              rules: [
                {
                  ...{ name: 'Burn', type: 'alerting', health: 'err' },
                  lastError:
                    'found duplicate series for the match group {} on the right hand-side of the operation',
                },
              ],
            },
          ],
        },
      },
    },
  }),
  at: { role: 'prometheus', name: 'prometheus' },
  hidden: /\/pods/,
});
