import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/link-lost',
  level: 'root',
  basis: 'lab-due',
  whose: 'client',
  signs: [
    { finding: 'sites-apart', chance: 0.97, speaks: true },
    { finding: 'connection-dropped', chance: 0.4, speaks: true, alternative: true },
  ],
  breaks: 'traffic-stopped',
  // One way that is closed is a matter of a rule; in a text nothing else can be seen.
  applies: ({ has }) => has('sites-apart'),
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
