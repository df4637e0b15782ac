import { describeTexts } from '../../texts.testing.ts';

describeTexts('network/conntrack-full', {
  says: [
    'kernel: [12345.678] nf_conntrack: table full, dropping packet',
    'kernel: nf_conntrack: nf_conntrack: table full, dropping packet',
    'kernel: ip_conntrack: table full, dropping packet.',
    'NodeHighNumberConntrackEntriesUsed firing: 94% of conntrack entries are used.',
    'Warning  ConntrackFull  node/edge-1  kernel-monitor: conntrack table full',
  ],
  not: {
    'nf_conntrack: default automatic helper assignment has been turned off': null,
  },
});
