import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'grafana/database-locked',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'grafana-database-locked', chance: 0.95, speaks: true },
    { finding: 'grafana-database-failing', chance: 0.3, alternative: true },
    { finding: 'container-crashing', chance: 0.8, alternative: true },
    { finding: 'pods-not-ready', chance: 0.8, alternative: true },
    { finding: 'no-ready-pods', chance: 0.6, alternative: true },
  ],
  breaks: null,
  immediate: [
    { id: 'see-pods', commands: ({ component }) => [kubectl(component, 'get', 'pods', '-o', 'wide')] },
    { id: 'see-volume', commands: ({ component }) => [kubectl(component, 'get', 'persistentvolumeclaims')] },
    {
      id: 'one-pod',
      commands: ({ component }) => [kubectl(component, 'scale', resource(component), '--replicas=1')],
    },
  ],
  permanent: [{ id: 'wal' }, { id: 'postgres' }, { id: 'recreate' }],
  verify: [
    rolloutDone,
    {
      id: 'no-locks',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
