import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/link-lost', {
  says: [
    'wireguard: wg0: Handshake for peer 7 (203.0.113.9:51820) did not complete after 5 seconds, retrying (try 2)',
    'charon: 08[IKE] giving up after 5 retransmits',
    '3 packets transmitted, 0 received, 100% packet loss, time 2031ms',
    'err="Post \\"http://10.1.0.4:30091/api/v1/receive\\": dial tcp 10.1.0.4:30091: connect: network is unreachable"',
    'openvpn[77]: [hub] Inactivity timeout (--ping-restart), restarting',
  ],
  not: {
    '3 packets transmitted, 3 received, 0% packet loss, time 2031ms': null,
  },
});
