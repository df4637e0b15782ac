import { describeChanged } from '../../changed.testing.ts';
import { withPart } from '../../parts.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('alertmanager/route-muted', {
  says: [
    '[{"annotations":{},"endsAt":"2026-11-21T10:04:00.000Z","receivers":[{"name":"slack"}],"status":{"inhibitedBy":[],"silencedBy":["8b1f0e0a-1111-2222-3333-444455556666"],"state":"suppressed"},"labels":{"alertname":"APIServiceDown","env":"prod"}}]',
    '[{"annotations":{},"receivers":[{"name":"null"}],"status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"labels":{"alertname":"APIServiceDown","env":"test"}}]',
    '    "silencedBy": [',
    '  └── {env="test"}  receiver: null',
    'time=2026-11-21T10:00:00Z level=DEBUG source=mute.go:103 msg="Notifications will not be sent for muted alerts" component=dispatcher receiver=slack alerts="[APIServiceDown[1a2b3c4][active]]" reason=silence',
    '8b1f0e0a-1111-2222-3333-444455556666  alertname=~".+"  2027-11-21 10:00:00 UTC  kim  test',
  ],
  not: {
    '[{"receivers":[{"name":"null"}],"status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"labels":{"alertname":"Watchdog","severity":"none"}}]':
      null,
    '    "silencedBy": [],': null,
    '{"status":{"inhibitedBy":["1a2b"],"silencedBy":[],"state":"suppressed"},"labels":{"alertname":"KubePodNotReady"}}':
      'workload/probe-failing',
    'level=debug msg="Notifications will not be sent for muted alerts" reason=inhibition': null,
  },
});

describeChanged('alertmanager/route-muted', {
  from: 'healthy',
  change: withPart({
    cluster: 'cluster-01',
    namespace: 'monitoring',
    name: 'alerts',
    image: 'quay.io/prometheus/alertmanager:v0.28.1',
    answers: {
      '/metrics': 'alertmanager_cluster_members 1\n',
      '/api/v2/alerts?active=false': [],
      '/api/v2/alerts?active=true': [
        {
          labels: { alertname: 'APIServiceDown', severity: 'critical', env: 'prod' },
          receivers: [{ name: 'null' }],
          startsAt: '2026-11-21T06:00:00Z',
          status: { state: 'active', silencedBy: [], inhibitedBy: [] },
        },
      ],
      '/api/v2/silences': [],
    },
  }),
  at: { role: 'alertmanager', name: 'alerts' },
  hidden: /\/pods/,
});
