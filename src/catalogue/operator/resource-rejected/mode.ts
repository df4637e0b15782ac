import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'operator/resource-rejected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'custom-resource-rejected', chance: 0.98, speaks: true }],
  breaks: 'unfollowed',
  immediate: [
    {
      id: 'read-operator',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=15m')],
    },
    {
      id: 'see-resource',
      commands: ({ component, facts }) => [
        kubectl(
          { ...component, namespace: String(facts.namespace || component.namespace || 'NAMESPACE') },
          'describe',
          String(facts.resource || 'KIND/NAME'),
        ),
      ],
    },
    { id: 'correct-resource' },
  ],
  permanent: [{ id: 'validate' }, { id: 'watch-rejected' }],
  verify: [
    {
      id: 'no-rejection',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=2m')],
    },
  ],
});
