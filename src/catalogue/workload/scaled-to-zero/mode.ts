import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/scaled-to-zero',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'replicas-zero', chance: 0.995, speaks: true },
    { finding: 'no-ready-pods', chance: 0.98 },
  ],
  breaks: 'down',
  // A DNS that is silent is one cause, whatever silenced it: network/dns-down. So is an operator that does not run.
  applies: ({ has }) => !has('dns-silent') && !has('operator-not-running'),
  immediate: [
    {
      id: 'scale-up',
      // The controller's event tells how many there were before; where it is gone, a person fills it in.
      commands: ({ component, facts }) => [
        kubectl(
          component,
          'scale',
          resource(component),
          `--replicas=${facts.before ?? (component.role === 'receive' ? 3 : 1)}`,
        ),
      ],
    },
  ],
  permanent: [
    { id: 'find-who' },
    {
      id: 'declare-pause',
      commands: ({ component }) => [
        kubectl(component, 'annotate', resource(component), 'fleetmedic.dev/paused=REASON'),
      ],
    },
  ],
  verify: [rolloutDone, samplesArrive],
});
