import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/config-stale',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'config-reload-refused', chance: 0.98, speaks: true }],
  // A pod that ends is not one that runs on: the same configuration, refused at the start.
  applies: ({ has }) => !has('config-refused') && !has('container-crashing'),
  // The old configuration runs on.
  breaks: null,
  immediate: [
    {
      id: 'see-words',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    {
      id: 'mend-config',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    { id: 'no-restart' },
  ],
  permanent: [{ id: 'check-in-ci', commands: () => ['promtool check config prometheus.yml'] }],
  verify: [
    {
      id: 'reload-taken',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=2m')],
    },
    samplesArrive,
  ],
});
