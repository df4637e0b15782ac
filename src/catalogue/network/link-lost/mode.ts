import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/link-lost',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'sites-apart', chance: 0.97, speaks: true, alternative: true },
    { finding: 'crossing-unrouted', chance: 0.8, speaks: true, alternative: true },
    { finding: 'crossing-silent', chance: 0.55, speaks: true, alternative: true },
    { finding: 'connection-dropped', chance: 0.4, speaks: true, alternative: true },
    { finding: 'host-unrouted', chance: 0.8, speaks: true, alternative: true },
  ],
  breaks: 'traffic-stopped',
  // In a text nothing else can be seen than one way that is closed.
  applies: ({ has }) => has('sites-apart') || has('crossing-unrouted') || has('crossing-silent'),
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
    { id: 'see-gateway' },
    { id: 'call-provider' },
  ],
  permanent: [{ id: 'two-ways' }, { id: 'watch-link' }],
  verify: [samplesArrive],
});
