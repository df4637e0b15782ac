import { changes, describeChanged, listAnswer, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/firewall-blocked', {
  says: [
    'ts=2026-11-21T07:11:22Z level=warn msg="Failed to send batch, retrying" err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: i/o timeout"',
    'kernel: [UFW BLOCK] IN=eth0 OUT= SRC=10.2.0.4 DST=10.1.0.4 PROTO=TCP SPT=51111 DPT=30091',
    '2 123456789010 eni-1235b8ca 10.2.0.4 10.1.0.4 51111 30091 6 20 4249 1418530010 1418530070 REJECT OK',
    'curl: (28) Failed to connect to 10.1.0.4 port 30091 after 130012 ms: Connection timed out',
  ],
  not: {
    'dial tcp 10.1.0.4:30091: connect: no route to host': 'network/link-lost',
    'Get "http://10.42.0.9:9100/metrics": dial tcp 10.42.0.9:9100: i/o timeout': 'scrape/target-timeout',
    'lookup thanos on 10.96.0.10:53: read udp 10.42.0.9:51111->10.96.0.10:53: i/o timeout':
      'network/dns-down',
  },
});

// An address outside the fleet that refused, and now gives no answer at all.
describeChanged('network/firewall-blocked', {
  from: 'endpoint-refusing',
  change: changes(
    logOf(
      /pods\/vokmu-gunorjin/,
      'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"http://10.65.0.1:9009/api/v1/push\\": dial tcp 10.65.0.1:9009: i/o timeout"',
    ),
    listAnswer(/./, '/apis/networking.k8s.io/v1/networkpolicies'),
  ),
  at: { role: 'agent', cluster: 'muvune-haguxi', name: 'vokmu-gunorjin' },
  hidden: /\/log\?|networkpolicies/,
});
