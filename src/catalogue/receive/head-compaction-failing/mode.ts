import { kubectl, logs } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'receive/head-compaction-failing',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [
    { finding: 'head-uncompacted', chance: 0.98, speaks: true },
    // That nothing is uploaded has many causes; that no block is cut is one of them.
    { finding: 'nothing-uploaded', chance: 0.08, speaks: true, alternative: true },
  ],
  breaks: 'may-stop',
  immediate: [
    {
      id: 'see-error',
      commands: ({ component, facts }) => [logs(component, facts, '--since=30m', '--timestamps')],
    },
    { id: 'see-disk', commands: ({ component }) => [kubectl(component, 'get', 'pvc')] },
    { id: 'restart-one' },
  ],
  permanent: [{ id: 'alert' }, { id: 'headroom' }],
  verify: [
    {
      id: 'head-shrinks',
      commands: ({ component, facts }) => [logs(component, facts, '--since=10m', '--timestamps')],
    },
    samplesArrive,
  ],
});
