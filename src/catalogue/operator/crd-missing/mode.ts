import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'operator/crd-missing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'custom-resource-kind-absent', chance: 0.98, speaks: true },
    { finding: 'operator-not-running', chance: 0.3, alternative: true },
    { finding: 'container-crashing', chance: 0.4, alternative: true },
    { finding: 'pods-not-ready', chance: 0.4, alternative: true },
    { finding: 'no-ready-pods', chance: 0.4, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-kinds',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'api-resources', '--api-group=monitoring.coreos.com'),
      ],
    },
    { id: 'install-kinds' },
    {
      id: 'restart-operator',
      commands: ({ component }) => [kubectl(component, 'rollout', 'restart', resource(component))],
    },
    { id: 'apply-again' },
  ],
  permanent: [{ id: 'kinds-first' }, { id: 'protect-kinds' }],
  verify: [
    {
      id: 'kinds-there',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: null }, 'api-resources', '--api-group=monitoring.coreos.com'),
      ],
    },
    rolloutDone,
  ],
});
