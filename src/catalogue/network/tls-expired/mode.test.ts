import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/tls-expired', {
  says: [
    'err="Post \\"https://thanos.example.com/api/v1/receive\\": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T00:00:00Z"',
    '{"level":"error","err":"rpc error: code = Unavailable desc = connection error: desc = \\"transport: authentication handshake failed: tls: failed to verify certificate: x509: certificate has expired or is not yet valid\\""}',
    'curl: (60) SSL certificate problem: certificate has expired',
    'http: TLS handshake error from 10.42.0.1:51234: remote error: tls: expired certificate',
  ],
  not: {
    'err="x509: certificate signed by unknown authority"': 'network/tls-untrusted',
    'CertManagerCertExpirySoon firing: The cert `grafana` is 18d 2h from expiry': null,
  },
});

describeChanged('network/tls-expired', {
  from: 'agent-name-not-found',
  change: logOf(
    /pods\/vokmu-gunorjin/,
    'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"https://t.example/api/v1/receive\\": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T00:00:00Z"',
  ),
  at: { role: 'receive' },
  hidden: /\/log\?/,
});
