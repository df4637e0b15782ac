import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/firewall-blocked', {
  says: [
    'ts=2026-11-21T07:11:22Z level=warn msg="Failed to send batch, retrying" err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: i/o timeout"',
    'kernel: [UFW BLOCK] IN=eth0 OUT= SRC=10.2.0.4 DST=10.1.0.4 PROTO=TCP SPT=51111 DPT=30091',
    '2 123456789010 eni-1235b8ca 10.2.0.4 10.1.0.4 51111 30091 6 20 4249 1418530010 1418530070 REJECT OK',
    'curl: (28) Failed to connect to 10.1.0.4 port 30091 after 130012 ms: Connection timed out',
    'dial tcp 10.1.0.4:30091: connect: no route to host',
  ],
  not: {
    'Get "http://10.42.0.9:9100/metrics": dial tcp 10.42.0.9:9100: i/o timeout': null,
    'lookup thanos on 10.96.0.10:53: read udp 10.42.0.9:51111->10.96.0.10:53: i/o timeout':
      'network/dns-down',
  },
});
