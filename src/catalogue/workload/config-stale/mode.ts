import { configCommand, kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

/** It refused nothing: nobody told it to reload, or the file that it has is not the object's. */
const NOT_LOADED = 'not-loaded';

export const mode = defineMode({
  id: 'workload/config-stale',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'config-reload-refused', chance: 0.98, speaks: true, alternative: true },
    { finding: 'config-not-loaded', chance: 0.9, speaks: true, alternative: true },
  ],
  // A pod that ends is not one that runs on: the same configuration, refused at the start.
  applies: ({ has }) => !has('config-refused') && !has('container-crashing'),
  breaks: 'runs-old',
  variant: ({ has }) => (has('config-reload-refused') ? null : NOT_LOADED),
  immediate: [
    {
      id: 'see-words',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--tail=50')],
    },
    {
      id: 'mend-config',
      commands: ({ component, facts, variant: why }) =>
        why === NOT_LOADED ? [] : [configCommand(component, facts)],
    },
    {
      id: 'see-reload',
      commands: ({ component, variant: why }) =>
        why === NOT_LOADED ? [kubectl(component, 'get', resource(component), '-o', 'yaml')] : [],
    },
    {
      id: 'load-anew',
      commands: ({ component, variant: why }) =>
        why === NOT_LOADED ? [kubectl(component, 'rollout', 'restart', resource(component))] : [],
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
