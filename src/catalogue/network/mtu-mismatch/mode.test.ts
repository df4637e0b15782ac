import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/mtu-mismatch', {
  says: [
    'From 10.2.0.1 icmp_seq=1 Frag needed and DF set (mtu = 1420)',
    'ping: local error: message too long, mtu=1450',
    'IP 10.2.0.1 > 10.2.0.4: ICMP 10.1.0.4 unreachable - need to frag (mtu 1400), length 556',
    'xx drop (Fragmentation needed) flow 0x0 to endpoint 77, identity 5511->9021',
  ],
  not: {
    '5: eth0@if6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP': null,
  },
});
