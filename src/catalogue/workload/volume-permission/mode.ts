import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'workload/volume-permission',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'volume-unwritable', chance: 0.98, speaks: true },
    { finding: 'container-crashing', chance: 0.95, alternative: true },
    { finding: 'pods-not-ready', chance: 0.9, alternative: true },
    { finding: 'rollout-stalled', chance: 0.9, alternative: true },
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
      id: 'see-user',
      commands: ({ component }) => [
        kubectl(
          component,
          'get',
          resource(component),
          '-o',
          'jsonpath={.spec.template.spec.securityContext}',
        ),
      ],
    },
    { id: 'set-fsgroup' },
  ],
  permanent: [{ id: 'keep-user' }, { id: 'driver-support' }],
  verify: [rolloutDone, samplesArrive],
});
