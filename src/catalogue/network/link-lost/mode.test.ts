import { describeChanged, logOf } from '../../changed.testing.ts';
import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/link-lost', {
  says: [
    'wireguard: wg0: Handshake for peer 7 (203.0.113.9:51820) did not complete after 5 seconds, retrying (try 2)',
    'dial tcp 10.1.0.4:30091: connect: no route to host',
    'charon: 08[IKE] giving up after 5 retransmits',
    '3 packets transmitted, 0 received, 100% packet loss, time 2031ms',
    'err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: connect: network is unreachable"',
    'openvpn[77]: [hub] Inactivity timeout (--ping-restart), restarting',
  ],
  not: {
    '3 packets transmitted, 3 received, 0% packet loss, time 2031ms': null,
  },
});

// The only way between the clusters has no route any more.
describeChanged('network/link-lost', {
  from: 'agent-name-not-found',
  change: logOf(
    /pods\/vokmu-gunorjin/,
    'ts=2026-11-21T07:11:22.022Z level=warn component=remote msg="Failed to send batch, retrying" err="Post \\"http://10.65.0.10:31280/api/v1/receive\\": dial tcp 10.65.0.10:31280: connect: network is unreachable"',
  ),
  at: { role: 'apiserver', cluster: 'muvune-haguxi' },
  hidden: /\/log\?/,
});
