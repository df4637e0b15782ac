import { describeChanged, targetAdded } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-name-not-found', {
  says: [
    '"lastError": "Get \\"http://flash-pay.flash-ticket.svc.cluster.local:3100/live\\": dial tcp: lookup flash-pay.flash-ticket.svc.cluster.local on 172.20.0.10:53: no such host"',
    'level=debug ts=2024-01-01T00:00:00Z component="scrape manager" scrape_pool=pay msg="Scrape failed" err="Get \\"http://pay:3100/metrics\\": dial tcp: lookup pay on 10.96.0.10:53: no such host"',
    'time=2026-01-01T00:00:00Z level=WARN source=dns.go:348 msg="DNS resolution failed" component="discovery manager scrape" discovery=dns config=pay server=10.96.0.10 name=pay.shop. err="lookup pay.shop.: no such host"',
  ],
  not: {
    'ts=2025-10-20T10:15:00.000Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 url=http://receive:19291/api/v1/receive msg="Failed to send batch, retrying" err="Post \\"http://receive:19291/api/v1/receive\\": dial tcp: lookup receive on 10.96.0.10:53: no such host"':
      'network/name-not-found',
  },
});

// A name of the outside world: nothing of the fleet could be at fault for it.
describeChanged('scrape/target-name-not-found', {
  from: 'healthy',
  change: targetAdded(
    'cluster-02',
    'https://metrics.partner.example:443/metrics',
    'Get "https://metrics.partner.example:443/metrics": dial tcp: lookup metrics.partner.example on 10.96.0.10:53: no such host',
  ),
  at: { role: 'agent', cluster: 'cluster-02', name: 'prometheus-agent' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
