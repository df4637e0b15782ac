import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-timeout', {
  says: [
    '        "lastError": "Get \\"http://10.244.0.5:9100/metrics\\": context deadline exceeded",',
    'time=2025-10-20T10:15:00.000Z level=DEBUG source=scrape.go:1493 msg="Scrape failed" component="scrape manager" scrape_pool=kubelet target=https://10.0.0.9:10250/metrics/cadvisor err="Get \\"https://10.0.0.9:10250/metrics/cadvisor\\": context deadline exceeded (Client.Timeout exceeded while awaiting headers)"',
    'Get "http://10.0.0.7:8080/metrics": dial tcp 10.0.0.7:8080: i/o timeout',
    'Error scraping target: Get "http://10.0.0.7:8080/stats": dial tcp 10.0.0.7:8080: connect: no route to host',
  ],
  not: {
    'context deadline exceeded': null,
    'ts=2025-10-20T10:15:00.000Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 url=http://receive:19291/api/v1/receive msg="Failed to send batch, retrying" err="Post \\"http://receive:19291/api/v1/receive\\": context deadline exceeded"':
      'remote-write/endpoint-slow',
    'E1020 10:15:00.000000 1 scraper.go:149] "Failed to scrape node" err="Get \\"https://10.0.0.9:10250/metrics/resource\\": context deadline exceeded" node="node-1"':
      null,
    '"lastError": "Get \\"http://shop.shop.svc:8080/metrics\\": dial tcp: lookup shop.shop.svc on 10.96.0.10:53: no such host"':
      'scrape/target-name-not-found',
  },
});

describeChanged('scrape/target-timeout', {
  from: 'healthy',
  change: targetsFail(
    'cluster-02',
    ':8080',
    'Get "http://10.64.11.4:8080/metrics": context deadline exceeded',
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
