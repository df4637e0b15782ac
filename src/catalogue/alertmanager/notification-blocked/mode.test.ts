import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('alertmanager/notification-blocked', {
  says: [
    'level=error msg="Notify for alerts failed" num_alerts=1 err="Post https://hooks.slack.com/...: context deadline exceeded"',
    'ts=2026-11-21T10:00:00.000Z caller=notify.go:848 level=warn component=dispatcher receiver=slack integration=slack[0] aggrGroup="{}:{}" msg="Notify attempt failed, will retry later" attempts=1 err="Post \\"<redacted>\\": dial tcp 34.1.2.3:443: i/o timeout"',
    'time=2026-11-21T10:00:00.000Z level=ERROR source=dispatch.go:360 msg="Notify for alerts failed" component=dispatcher num_alerts=2 err="mail/email[0]: notify retry canceled after 7 attempts: establish connection to server: dial tcp 203.0.113.9:587: connect: connection refused"',
    '{"time":"2026-11-21T10:00:00Z","level":"ERROR","msg":"Notify for alerts failed","component":"dispatcher","num_alerts":1,"err":"pd/pagerduty[0]: notify retry canceled after 5 attempts: Post \\"https://events.pagerduty.com/v2/enqueue\\": net/http: TLS handshake timeout"}',
  ],
  not: {
    'ts=2026-11-21T10:00:00Z level=info component=dispatcher receiver=slack integration=slack[0] msg="Notify success" attempts=2':
      null,
    'dial tcp 34.1.2.3:443: i/o timeout': 'network/firewall-blocked',
    'level=error component=dispatcher msg="Notify for alerts failed" num_alerts=1 err="slack/slack[0]: notify retry canceled due to unrecoverable error after 1 attempts: channel \\"#alerts\\": unexpected status code 404: no_service"':
      'alertmanager/notification-rejected',
  },
});

describeChanged('alertmanager/notification-blocked', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'alerts',
    image: 'quay.io/prometheus/alertmanager:v0.28.1',
    answers: {
      '/metrics':
        'alertmanager_notifications_total{integration="slack"} 9\nalertmanager_notifications_failed_total{integration="slack",reason="contextDeadlineExceeded"} 9\n',
      '/api/v2/': [],
    },
    log: {
      at: '2026-11-21T08:53:15.000000000Z',
      lines: Array.from(
        { length: 3 },
        () =>
          'time=2026-11-21T08:53:15Z level=ERROR source=dispatch.go:360 msg="Notify for alerts failed" component=dispatcher num_alerts=1 err="slack/slack[0]: notify retry canceled after 9 attempts: Post \\"https://hooks.slack.com/services/x\\": dial tcp 34.1.2.3:443: i/o timeout"',
      ),
    },
  }),
  at: { role: 'alertmanager', name: 'alerts' },
  hidden: /\/pods/,
});
