import { kubectl } from '../../commands.ts';
import { hasUnseenCluster } from '../../far-end.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/egress-blocked',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'outside-dropped', chance: 0.95, speaks: true },
    { finding: 'connection-dropped', chance: 0.9, alternative: true },
  ],
  toldBy: () => ['policy-denies'],
  isUnsure: ({ fleet }) => hasUnseenCluster(fleet),
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'try-way-out',
      commands: ({ component, facts }) => [
        kubectl(
          { cluster: component.cluster, namespace: component.namespace },
          'run',
          'way-test',
          '--rm',
          '-i',
          '--restart=Never',
          '--image=busybox',
          '--',
          'nc',
          '-zv',
          '-w',
          '5',
          String(facts.host ?? 'HOST'),
          String(facts.port ?? '443'),
        ),
      ],
    },
    { id: 'see-route' },
    { id: 'set-proxy' },
  ],
  permanent: [{ id: 'nat-per-zone' }, { id: 'watch-way-out' }],
  verify: [samplesArrive],
});
