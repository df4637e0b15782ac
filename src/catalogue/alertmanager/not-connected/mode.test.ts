import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('alertmanager/not-connected', {
  says: [
    'ts=2026-11-21T10:00:00Z caller=notifier.go:530 level=error component=notifier alertmanager=http://alertmanager:9093/api/v2/alerts count=4 msg="Error sending alert" err="Post \\"http://alertmanager:9093/api/v2/alerts\\": dial tcp 10.96.1.2:9093: connect: connection refused"',
    'time=2026-11-21T10:00:00Z level=ERROR source=manager.go:495 msg="Error sending alerts" component=notifier alertmanager=http://am:9093/am/api/v2/alerts count=1 err="bad response status 404 Not Found"',
    '{"level":"warn","component":"notifier","msg":"Alert notification queue full, dropping alerts","num_dropped":64}',
    'level=warn ts=2026-11-21T10:00:00Z caller=alert.go:350 component=rules msg="failed to send alerts to all alertmanagers" numAlerts=3',
    'level=warn caller=alert.go:326 msg="sending alerts failed" alertmanager=am:9093 err="bad response status 410 Gone"',
    '[FIRING:1] PrometheusNotConnectedToAlertmanagers (monitoring critical)',
    'alertname="ThanosRuleSenderIsFailingAlerts" job="thanos-rule"',
  ],
  not: {
    '{"status":"success","data":{"activeAlertmanagers":[{"url":"http://am:9093/api/v2/alerts"}]}}': null,
    'level=info component=notifier msg="Stopping notification manager..."': null,
    'level=error component=dispatcher msg="Notify for alerts failed" err="x: notify retry canceled after 2 attempts: dial tcp 1.2.3.4:443: i/o timeout"':
      'alertmanager/notification-blocked',
  },
});

describeChanged('alertmanager/not-connected', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'prometheus',
    image: 'quay.io/prometheus/prometheus:v3.5.0',
    args: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
    answers: {
      '/metrics':
        'prometheus_rule_group_rules{rule_group="a;b"} 4\nprometheus_notifications_alertmanagers_discovered 0\n',
      '/api/v1/status/config': {
        status: 'success',
        data: { yaml: 'global: {external_labels: {cluster: cluster-01}}\n' },
      },
      '/api/v1/targets': { status: 'success', data: { activeTargets: [] } },
      '/api/v1/rules': {
        status: 'success',
        data: { groups: [{ name: 'b', rules: [{ name: 'Down', type: 'alerting', health: 'ok' }] }] },
      },
    },
  }),
  at: { role: 'prometheus', name: 'prometheus' },
  hidden: /\/pods/,
});
