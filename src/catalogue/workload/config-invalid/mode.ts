import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/config-invalid',
  level: 'root',
  basis: 'lab',
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
      commands: ({ component, facts }) => [
        kubectl(component, 'logs', String(facts.pod ?? resource(component)), '--tail=20', '--previous'),
      ],
    },
    {
      id: 'mend-config',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    {
      id: 'roll-back',
      commands: ({ component, facts }) =>
        facts.isTemplate === 1 ? [kubectl(component, 'rollout', 'undo', resource(component))] : [],
    },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [
    { id: 'check-in-ci' },
    {
      id: 'promtool',
      commands: ({ component }) =>
        component.role === 'agent' || component.role === 'prometheus'
          ? ['promtool check config prometheus.yml']
          : [],
    },
  ],
  verify: [rolloutDone, samplesArrive],
});
