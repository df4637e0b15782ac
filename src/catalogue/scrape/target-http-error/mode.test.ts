import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-http-error', {
  says: [
    '"lastError": "server returned HTTP status 404 Not Found",',
    'ts=2025 level=debug component="scrape manager" scrape_pool=shop msg="Scrape failed" err="server returned HTTP status 503 Service Unavailable"',
    'server returned HTTP status 500 Internal Server Error',
    'Error scraping target: server returned HTTP status 502 Bad Gateway',
  ],
  not: {
    'component=remote remote_name=a msg="non-recoverable error" err="server returned HTTP status 404 Not Found: 404 page not found"':
      'remote-write/url-wrong',
    'server returned HTTP status 404 Not Found: 404 page not found': 'remote-write/url-wrong',
    'server returned HTTP status 401 Unauthorized': 'scrape/target-unauthorized',
  },
});

describeChanged('scrape/target-http-error', {
  from: 'healthy',
  change: targetsFail('cluster-02', ':8080', 'server returned HTTP status 404 Not Found'),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
