import { type Change, describeChanged } from '../../changed.testing.ts';
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

/** The detector of node problems says so in an event. */
const told: Change = (request, body) =>
  request.cluster === 'cluster-02' && request.path.startsWith('/api/v1/events?')
    ? {
        items: [
          {
            metadata: { name: 'e' },
            type: 'Warning',
            reason: 'ConntrackFull',
            message: 'nf_conntrack: table full, dropping packet',
            lastTimestamp: '2026-11-21T08:52:00Z',
            involvedObject: { kind: 'Node', name: 'node-02' },
          },
        ],
      }
    : body;

describeChanged('network/conntrack-full', {
  from: 'healthy',
  change: told,
  at: { role: 'node', cluster: 'cluster-02', name: 'node-02' },
  hidden: /\/api\/v1\/(events|services)\?/,
});
