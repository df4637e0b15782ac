import { describeTexts } from '../../texts.testing.ts';

describeTexts('logs/output-tls-mismatch', {
  says: [
    '[2026/11/21 10:00:00] [error] [tls] error: error:0A00010B:SSL routines::wrong version number',
    '[2026/11/21 10:00:00] [error] [tls] certificate verification failed, reason: self-signed certificate in certificate chain (X509 code: 19)',
    'io.netty.handler.codec.DecoderException: io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record: 504f5354',
    '[2026-11-21T10:00:00,000][ERROR][o.o.s.s.h.n.SecuritySSLNettyHttpServerTransport] [node-0] Exception during establishing a SSL connection: javax.net.ssl.SSLHandshakeException: Received fatal alert: unknown_ca',
    '{"type":"server","level":"WARN","message":"received plaintext http traffic on an https channel, closing connection Netty4HttpChannel"}',
    '[2026/11/21 10:00:00] [error] [http_client] broken connection to opensearch:9200 ?',
  ],
  not: {
    '[2026/11/21 10:00:00] [error] [net] TCP connection failed: opensearch:9200 (Connection refused)':
      'logs/output-unreachable',
    '[2026/11/21 10:00:00] [ info] [tls] connection and handshake OK': null,
  },
});
