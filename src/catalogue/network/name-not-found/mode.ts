import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/name-not-found',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [{ finding: 'name-unknown', chance: 0.97, speaks: true }],
  // Whether a name of the cluster itself exists is up to its Service.
  toldBy: () => ['service-absent', 'remote-write-url-differs'],
  breaks: 'nothing-sent',
  immediate: [
    { id: 'see-name', commands: ({ component }) => [kubectl(component, 'get', 'configmaps')] },
    { id: 'add-record' },
  ],
  permanent: [{ id: 'watch-name' }],
  verify: [samplesArrive],
});
