import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/firewall-blocked',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'connection-dropped', chance: 0.95, speaks: true },
    { finding: 'requests-unanswered', chance: 0.5, speaks: true, alternative: true },
    // A filter that rejects and says so, with an ICMP answer, “host prohibited”.
    { finding: 'host-unrouted', chance: 0.25, speaks: true, alternative: true },
  ],
  toldBy: () => ['policy-denies'],
  askedOf: ['way-closed-to-probe'],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'try-way',
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
    { id: 'see-rules' },
    { id: 'allow-port' },
  ],
  permanent: [{ id: 'rules-as-code' }, { id: 'watch-way' }],
  verify: [samplesArrive],
});
