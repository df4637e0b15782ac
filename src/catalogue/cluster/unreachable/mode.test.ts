import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('cluster/unreachable', { sick: ['edge-unreachable'], hidden: /\/proxy\/api\/v1\/query/ });

describeTexts('cluster/unreachable', {
  says: [
    'Unable to connect to the server: dial tcp 203.0.113.7:6443: i/o timeout',
    'Unable to connect to the server: net/http: TLS handshake timeout',
    'Unable to connect to the server: dial tcp 203.0.113.7:6443: connect: no route to host',
    'The connection to the server 203.0.113.7:6443 was refused - did you specify the right host or port?',
    `E1121 07:11:22.022 memcache.go:265] "Unhandled Error" err="couldn't get current server API group list: Get \\"https://203.0.113.7:6443/api?timeout=32s\\": dial tcp 203.0.113.7:6443: i/o timeout"`,
    'Error: Kubernetes cluster unreachable: Get "https://203.0.113.7:6443/version": dial tcp 203.0.113.7:6443: i/o timeout',
    'ALERT KubeAPIDown firing',
  ],
  not: {
    'Unable to connect to the server: x509: certificate has expired or is not yet valid: current time 2026-11-21T07:11:22Z is after 2026-11-20T10:00:00Z':
      'cluster/certificates-expired',
    'error: You must be logged in to the server (Unauthorized)': null,
    'Unable to connect to the server: dial tcp: lookup api.edge.example on 10.0.0.2:53: no such host':
      'network/name-not-found',
  },
});
