import { askQuery, configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/shards-saturated',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'remote-write-shards-limit', chance: 0.97, speaks: true },
    { finding: 'remote-write-behind', chance: 0.5, speaks: true, alternative: true },
  ],
  breaks: 'falls-behind',
  immediate: [
    {
      id: 'see-shards',
      commands: (context) =>
        askQuery(context, 'prometheus_remote_storage_shards_desired / prometheus_remote_storage_shards_max'),
    },
    { id: 'drop-at-scrape' },
    { id: 'raise-shards', commands: ({ component, facts }) => [configCommand(component, facts)] },
  ],
  permanent: [{ id: 'larger-batches' }, { id: 'watch-shards' }],
  verify: [samplesArrive],
});
