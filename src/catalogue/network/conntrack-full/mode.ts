import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/conntrack-full',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [{ finding: 'conntrack-full', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'see-table',
      commands: ({ component }) => [
        kubectl({ cluster: component.cluster, namespace: null }, 'get', 'nodes', '-o', 'wide'),
        'sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max',
      ],
    },
    { id: 'raise-limit', commands: () => ['sysctl -w net.netfilter.nf_conntrack_max=1048576'] },
    { id: 'find-talker' },
  ],
  permanent: [{ id: 'set-for-good' }, { id: 'fewer-connections' }, { id: 'watch-table' }],
  verify: [
    {
      id: 'below-limit',
      commands: () => ['sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max'],
    },
    samplesArrive,
  ],
});
