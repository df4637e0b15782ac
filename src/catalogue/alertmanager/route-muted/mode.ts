import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'alertmanager/route-muted',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'alerts-muted', chance: 0.95, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-silences',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'silence',
          'query',
          '-o',
          'extended',
        ),
      ],
    },
    {
      id: 'see-routes',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'config',
          'routes',
          'show',
        ),
      ],
    },
    {
      id: 'end-silence',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'silence',
          'expire',
          'SILENCE_ID',
        ),
      ],
    },
    { id: 'mend-route' },
  ],
  permanent: [
    { id: 'silence-with-end' },
    {
      id: 'test-routes',
      commands: () => ['amtool config routes test --config.file=alertmanager.yml env=prod severity=critical'],
    },
  ],
  verify: [
    {
      id: 'alerts-active',
      commands: ({ component }) => [
        kubectl(
          component,
          'exec',
          resource(component),
          '--',
          'amtool',
          '--alertmanager.url=http://localhost:9093',
          'alert',
          'query',
        ),
      ],
    },
  ],
});
