import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'alertmanager/peers-unreachable',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'peers-unreachable', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-cluster',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'cluster',
          'show',
        ),
      ],
    },
    {
      id: 'see-peers',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'open-gossip' },
  ],
  permanent: [{ id: 'watch-members' }],
  verify: [
    {
      id: 'members-agree',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'cluster',
          'show',
        ),
      ],
    },
  ],
});
