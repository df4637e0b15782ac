import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/tls-untrusted', {
  says: [
    'err="Post \\"https://thanos.example.com/api/v1/receive\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"',
    'err="Post \\"https://10.1.0.4:443/api/v1/receive\\": x509: cannot validate certificate for 10.1.0.4 because it doesn\'t contain any IP SANs"',
    'x509: certificate is valid for ingress.local, not thanos.example.com',
    'http: TLS handshake error from 10.42.0.1:51234: remote error: tls: bad certificate',
    'curl: (60) SSL certificate problem: unable to get local issuer certificate',
    "curl: (60) SSL: no alternative certificate subject name matches target host name 't.example.com'",
  ],
  not: {
    'tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T00:00:00Z':
      'network/tls-expired',
  },
});

describeChanged('network/tls-untrusted', {
  from: 'agent-name-not-found',
  change: logOf(
    /pods\/vokmu-gunorjin/,
    'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"https://t.example/api/v1/receive\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"',
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'vokmu-gunorjin' },
  hidden: /\/log\?/,
});
