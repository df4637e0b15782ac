import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'scrape/timestamps-rejected',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'scrape-timestamps-refused', chance: 0.97, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-log',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    { id: 'find-twice' },
    { id: 'own-time' },
  ],
  permanent: [{ id: 'one-source' }],
  verify: [
    {
      id: 'no-drops',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
