import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/config-invalid',
  level: 'root',
  whose: 'subject',
  signs: [
    { finding: 'config-refused', chance: 0.97, speaks: true },
    { finding: 'config-reload-refused', chance: 0.6, alternative: true },
    { finding: 'container-crashing', chance: 0.97 },
    { finding: 'pods-not-ready', chance: 0.95 },
  ],
  breaks: 'down',
  applies: ({ has }) => !has('dns-silent'),
  immediate: [
    {
      id: 'see-words',
      commands: ({ component }) => [
        kubectl(component, 'logs', resource(component), '--tail=20', '--previous'),
      ],
    },
    {
      id: 'mend-config',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'check-in-ci', commands: () => ['promtool check config prometheus.yml'] }],
  verify: [rolloutDone, samplesArrive],
});
