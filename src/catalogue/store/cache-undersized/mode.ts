import { kubectl, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'store/cache-undersized',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'store-cache-full', chance: 0.98, speaks: true },
    // That a Store is slow has many causes; a small cache is one of them.
    { finding: 'store-slow', chance: 0.08, speaks: true, alternative: true },
  ],
  breaks: null,
  variant: ({ finding }) => String(finding('store-cache-full')?.facts.part ?? '') || null,
  immediate: [
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'raise-size', commands: ({ component }) => [kubectl(component, 'edit', resource(component))] },
  ],
  permanent: [{ id: 'shared-cache' }, { id: 'shard-store' }],
  verify: [rolloutDone],
});
