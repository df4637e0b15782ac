import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'grafana/datasource-default-conflict',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'datasource-defaults-conflict', chance: 0.98, speaks: true },
    { finding: 'container-crashing', chance: 0.8, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'no-ready-pods', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-defaults',
      commands: ({ component }) => [
        kubectl(component, 'get', 'configmap', '-l', 'grafana_datasource', '-o', 'yaml'),
      ],
    },
    { id: 'keep-one' },
    {
      id: 'restart',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
  ],
  permanent: [{ id: 'one-owner' }],
  verify: [rolloutDone],
});
