import { kubectl, logs, resource } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/upload-not-configured',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'uploads-off', chance: 0.98, speaks: true }],
  breaks: null,
  immediate: [
    {
      id: 'see-flags',
      commands: ({ component }) => [kubectl(component, 'get', resource(component), '-o', 'yaml')],
    },
    { id: 'add-objstore' },
  ],
  permanent: [{ id: 'watch-upload' }],
  verify: [
    rolloutDone,
    {
      id: 'uploads',
      commands: ({ component, facts }) => [logs(component, facts, '--since=15m')],
    },
  ],
});
