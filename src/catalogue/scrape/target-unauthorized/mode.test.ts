import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-unauthorized', {
  says: [
    '"lastError": "server returned HTTP status 401 Unauthorized",',
    'msg="Scrape failed" scrape_pool=kubelet err="server returned HTTP status 403 Forbidden"',
    'server returned HTTP status 403 Forbidden',
  ],
  not: {
    'ts=2025-10-20T10:15:00.000Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 url=http://receive:19291/api/v1/receive msg="Failed to send batch, retrying" err="Post \\"http://receive:19291/api/v1/receive\\": x" err="server returned HTTP status 401 Unauthorized: no"':
      'remote-write/auth-rejected',
    'server returned HTTP status 401 Unauthorized: invalid token': 'remote-write/auth-rejected',
    'level=error component="discovery manager scrape" discovery=http msg="Unable to refresh target groups" err="server returned HTTP status 401 Unauthorized"':
      'scrape/target-missing',
    '"lastError": "server returned HTTP status 404 Not Found"': 'scrape/target-http-error',
  },
});

describeChanged('scrape/target-unauthorized', {
  from: 'healthy',
  change: targetsFail('cluster-02', ':8080', 'server returned HTTP status 401 Unauthorized'),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
