import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';

export const mode = defineMode({
  id: 'query/cache-item-too-large',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'cache-items-skipped', chance: 0.9, speaks: true, alternative: true },
    { finding: 'cache-item-refused', chance: 0.9, speaks: true, alternative: true },
  ],
  breaks: null,
  immediate: [
    {
      id: 'see-size',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=10m')],
    },
    { id: 'raise-limit' },
  ],
  permanent: [{ id: 'smaller-items' }],
  verify: [
    {
      id: 'no-refusals',
      commands: ({ component }) => [kubectl(component, 'logs', resource(component), '--since=5m')],
    },
  ],
});
