import { kubectl, logs } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { rolloutDone, samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/tsdb-corrupt',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'tsdb-damaged', chance: 0.98, speaks: true },
    { finding: 'container-crashing', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.5, alternative: true },
    { finding: 'receive-unready-long', chance: 0.4, alternative: true },
    { finding: 'head-uncompacted', chance: 0.3, alternative: true },
  ],
  breaks: 'may-stop',
  immediate: [
    {
      id: 'find-damage',
      commands: ({ component, facts }) => [logs(component, facts, '--tail=200')],
    },
    { id: 'look-at-disk', commands: ({ component }) => [kubectl(component, 'get', 'events')] },
    { id: 'set-aside' },
  ],
  permanent: [{ id: 'replicate' }, { id: 'graceful-end' }],
  verify: [rolloutDone, samplesArrive],
});
