import { configCommand } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'remote-write/over-filtered',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'write-filter-drops', chance: 0.98, speaks: true }],
  // Whether the cluster falls silent depends on whether `up` gets through: both fit.
  breaks: 'nothing-sent',
  immediate: [
    {
      id: 'see-rules',
      commands: ({ component, facts }) => [configCommand(component, facts)],
    },
    { id: 'remove-rule' },
  ],
  permanent: [{ id: 'drop-instead' }],
  verify: [samplesArrive],
});
