import { describeChanged, targetsFail } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('scrape/target-tls', {
  says: [
    '"lastError": "Get \\"https://10.0.0.9:10250/metrics\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"',
    'msg="Scrape failed" scrape_pool=etcd err="Get \\"https://10.0.0.9:2379/metrics\\": remote error: tls: certificate required"',
    '"lastError": "Get \\"https://10.0.0.5:8080/metrics\\": http: server gave HTTP response to HTTPS client"',
    'Get "https://10.0.0.9:10257/metrics": x509: cannot validate certificate for 10.0.0.9 because it doesn\'t contain any IP SANs',
  ],
  not: {
    'ts=2025-10-20T10:15:00.000Z caller=dedupe.go:112 component=remote level=warn remote_name=e03fc3 url=http://receive:19291/api/v1/receive msg="Failed to send batch, retrying" err="Post \\"http://receive:19291/api/v1/receive\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"':
      'network/tls-untrusted',
    'http: TLS handshake error from 10.0.0.3:5555: EOF': null,
  },
});

describeChanged('scrape/target-tls', {
  from: 'healthy',
  change: targetsFail(
    'cluster-02',
    ':8080',
    'Get "http://10.64.11.4:8080/metrics": tls: failed to verify certificate: x509: certificate signed by unknown authority',
  ),
  at: { role: 'target', cluster: 'cluster-02', name: 'shop' },
  hidden: /prometheus-agent-0:9090\/proxy\//,
});
