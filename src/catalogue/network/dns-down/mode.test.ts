import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('network/dns-down', {
  sick: ['cluster-03-silent', 'two-service-and-dns'],
  hidden: /\/(pods|deployments)\?|\/log\?/,
});

describeTexts('network/dns-down', {
  says: [
    ';; connection timed out; no servers could be reached',
    'err="Post \\"http://t:19291/api/v1/receive\\": dial tcp: lookup t on 10.96.0.10:53: read udp 10.42.0.9:51111->10.96.0.10:53: i/o timeout"',
    'curl: (6) getaddrinfo: Temporary failure in name resolution',
    '[FATAL] plugin/loop: Loop (127.0.0.1:55953 -> :1053) detected for zone ".", see https://coredns.io/plugins/loop#troubleshooting.',
    '[ERROR] plugin/errors: 2 t.example. A: read udp 10.42.0.3:40000->10.0.0.2:53: i/o timeout',
  ],
  not: {
    '[INFO] plugin/reload: Running configuration SHA512 = 591cf328cccc12bc': null,
  },
});
