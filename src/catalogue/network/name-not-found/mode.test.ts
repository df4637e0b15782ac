import { describeMode } from '../../recorded.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeMode('network/name-not-found', { sick: ['agent-name-not-found'], hidden: /\/log\?/ });

describeTexts('network/name-not-found', {
  says: [
    'err="Post \\"http://thanos.example:19291/api/v1/receive\\": dial tcp: lookup thanos.example on 10.96.0.10:53: no such host"',
    "** server can't find thanos.example: NXDOMAIN",
    'curl: (6) Could not resolve host: thanos.example',
    ';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 4711',
  ],
  not: {
    '[INFO] 10.42.0.9:40000 - 7 "A IN t.example.svc.cluster.local. udp 55 false 512" NXDOMAIN qr,aa,rd 148 0.0001s':
      null,
  },
});
