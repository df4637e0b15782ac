import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('alertmanager/notification-rejected', {
  says: [
    'ts=2026-11-21T18:53:00.366Z caller=dispatch.go:352 level=error component=dispatcher msg="Notify for alerts failed" num_alerts=1 err="slack-notifications/slack[0]: notify retry canceled due to unrecoverable error after 1 attempts: channel \\"#monitoring\\": unexpected status code 403: invalid_token"',
    '{"level":"ERROR","msg":"Notify for alerts failed","component":"dispatcher","err":"slack/slack[0]: notify retry canceled due to unrecoverable error after 1 attempts: channel \\"alerts\\": error response from Slack: channel_not_found"}',
    'level=warn component=dispatcher receiver=mail integration=email[0] msg="Notify attempt failed, will retry later" attempts=1 err="*smtp.plainAuth auth: 535 5.7.8 Error: authentication failed"',
    'time=2026-11-21T10:00:00Z level=ERROR source=dispatch.go:360 msg="Notify for alerts failed" component=dispatcher num_alerts=1 err="tg/telegram[0]: notify retry canceled after 12 attempts: telegram: Bad Request: chat not found (400)"',
    'msg="Notify for alerts failed" num_alerts=1 err="team/opsgenie[0]: notify retry canceled due to unrecoverable error after 1 attempts: unexpected status code 422: {\\"message\\":\\"Key format is not valid!\\"}"',
  ],
  not: {
    'msg="Notify for alerts failed" err="x/webhook[0]: notify retry canceled after 3 attempts: Post \\"<redacted>\\": dial tcp 10.0.0.9:80: connect: connection refused"':
      'alertmanager/notification-blocked',
    'level=debug msg="Notify success" receiver=slack attempts=1': null,
  },
});

describeChanged('alertmanager/notification-rejected', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'alerts',
    image: 'quay.io/prometheus/alertmanager:v0.28.1',
    answers: {
      '/metrics':
        'alertmanager_notifications_total{integration="slack"} 9\nalertmanager_notifications_failed_total{integration="slack",reason="clientError"} 9\n',
      '/api/v2/': [],
    },
    log: {
      at: '2026-11-21T08:53:15.000000000Z',
      lines: Array.from(
        { length: 3 },
        () =>
          'time=2026-11-21T08:53:15Z level=ERROR source=dispatch.go:360 msg="Notify for alerts failed" component=dispatcher num_alerts=1 err="slack/slack[0]: notify retry canceled due to unrecoverable error after 1 attempts: channel \\"#alerts\\": unexpected status code 403: invalid_token"',
      ),
    },
  }),
  at: { role: 'alertmanager', name: 'alerts' },
  hidden: /\/pods/,
});
